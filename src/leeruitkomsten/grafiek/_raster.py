"""A grid: rows under headings, columns, and in each cell a text on a colour; laid out so that it can be read from a sheet of A4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from ..schermtaal import Spreek
from ._stijl import (
    AANDEEL,
    GRIJS,
    LETTER,
    LIJN,
    PAGINA,
    REGELS,
    STIL,
    TEKST,
    VET,
    WIT,
    altair,
    breek,
    inkt,
    klasse,
    percentage,
)  # fmt: skip

LEEG = "–"
_HOOGTE = (13, 25)
"""How low and how high a row is, in pixels."""
_KOPREGEL, _KOPREGELS = 14, 4
_LEGENDA = 190
_ROND = 44
"""What stands around a grid besides its labels: margins and the space between the parts."""
_BOVEN = 185
"""How much of the height of a page the title, the caption and the margins take."""
_ALLE_KLASSEN = 200
"""Of so many every class of shares occurs."""


@attrs.frozen
class Vak:
    """One cell.

    Attributes:
        rij, kolom: the keys of its row and column.
        tekst: what stands in it.
        zin: the same as a sentence, for those who hear the chart, and in the tooltip.
        klasse: the class that gives its colour; `None` for a cell of which nothing is asked.
        gegevens: numbers and texts behind it, which the tooltip may show.
        kort: what stands in it where columns are narrow; `None` for the same.
    """

    rij: str
    kolom: str
    tekst: str
    zin: str
    klasse: str | None
    gegevens: Mapping[str, object]
    kort: str | None = None

    def record(self, kleuren: Mapping[str, str], vorm: Vorm) -> dict[str, Any]:
        """Return the cell as a line of data."""
        kleur = {} if self.klasse is None else {"klasse": self.klasse}
        vlak = None if self.klasse is None else kleuren[self.klasse]
        zwart = STIL if vlak in (None, GRIJS) else inkt(vlak)
        tekst = self.kort if vorm.kort and self.kort is not None else self.tekst
        return {
            "rij": vorm.rijen[self.rij], "kolom": vorm.kolommen[self.kolom], "tekst": tekst, "omschrijving": self.zin,
            "inkt": zwart, **kleur, **self.gegevens,
        }  # fmt: skip


class Kop(NamedTuple):
    """The heading of a column: what is unique about it, the same where there is little room, and a name for below it."""

    begin: str
    kort: str
    naam: str = ""

    def regels(self, letters: int) -> list[str]:
        """Return it in lines of at most so many letters."""
        begin = [self.begin if len(self.begin) <= letters else self.kort] if self.begin else []
        return [*begin, *(breek(self.naam, letters, _KOPREGELS - 1) if self.naam else [])]


@attrs.frozen
class Assen:
    """What stands along a grid.

    Attributes:
        rijen: per key of a row, from top to bottom, its label.
        kolommen: per key of a column, from left to right, its heading.
        met_koppen: whether some rows are the headings of leerlijnen.
        kolomtitel: what the columns are.
        breedte: how wide a column should be, in pixels, where there is room.
    """

    rijen: Mapping[str, str]
    kolommen: Mapping[str, Kop]
    met_koppen: bool
    kolomtitel: str | None
    breedte: int

    def vorm(self, vakken: Sequence[Vak], opschriften: Sequence[Vak]) -> Vorm:
        """Return how the grid is laid out for these cells: as it should be, or closer where it would not fit on a page."""
        smalst = int(VET * max(len(kop.kort) for kop in self.kolommen.values())) + 4
        kort, nodig = False, max(smalst, _nodig(vakken, opschriften, kort=False))
        hele, n = max(map(len, self.rijen.values())) * LETTER, len(self.kolommen)
        ruim = max(self.breedte, nodig)
        rechts = hele + n * ruim + _LEGENDA + _ROND <= PAGINA[0]
        if not rechts:
            kort = min(hele, 120) + n * nodig + _ROND > PAGINA[0]
            nodig = max(smalst, _nodig(vakken, opschriften, kort=kort))
            ruim = max(nodig, min(ruim, int((PAGINA[0] - _ROND - hele) / n)))
        naast = max(40.0, PAGINA[0] - _ROND - n * ruim - (_LEGENDA if rechts else 0))
        koppen = {sleutel: "\n".join(kop.regels(int(ruim / LETTER))) for sleutel, kop in self.kolommen.items()}
        hoog = _KOPREGEL * (2 + max(kop.count("\n") for kop in koppen.values())) + (0 if rechts else 50)
        laag, hoogst = _HOOGTE
        rij = max(laag, min(hoogst, int((PAGINA[1] - _BOVEN - hoog) / len(self.rijen))))
        labels = {sleutel: breek(label, int(naast / LETTER), 1)[0] for sleutel, label in self.rijen.items()}
        breed = min(naast, hele) + n * ruim + (_LEGENDA if rechts else 0)
        return Vorm(labels, koppen, self.met_koppen, ruim, rij, breed, rechts=rechts, kort=kort)


def _nodig(vakken: Iterable[Vak], opschriften: Iterable[Vak], *, kort: bool) -> int:
    """Return how wide a column must be, in pixels, for the longest of its texts."""

    def breedst(delen: Iterable[Vak]) -> int:
        return max((len(v.kort if kort and v.kort is not None else v.tekst) for v in delen), default=0)

    return int(max(VET * breedst(vakken), VET * breedst(opschriften)) + 7)


@attrs.frozen
class Vorm:
    """How a grid is laid out: the labels of its rows and columns, and sizes in pixels."""

    rijen: Mapping[str, str]
    kolommen: Mapping[str, str]
    met_koppen: bool
    breedte: int
    hoogte: int
    totaal: float
    rechts: bool
    kort: bool

    @property
    def tussen(self) -> int:
        """The space between cells."""
        return 3 if self.hoogte > 18 else 1  # noqa: PLR2004  # the letters need the rest


@attrs.frozen
class Legenda:
    """The classes that give cells their colour, in their order, and what they stand for; `spreek` says what a mark is."""

    titel: str
    kleuren: Mapping[str, str]
    spreek: Spreek


def aandelen(gehelen: Iterable[int]) -> dict[str, str]:
    """Return the classes of shares that can occur of wholes of these sizes, with their colours.

    >>> [*aandelen([1, 2])]
    ['0%', '50–74%', '100%']
    """
    groottes = {n for n in gehelen if n}
    if any(n >= _ALLE_KLASSEN for n in groottes):
        return dict(AANDEEL)
    kunnen = {klasse(percentage(deel, n)) for n in groottes for deel in range(n + 1)}
    return {naam: kleur for naam, kleur in AANDEEL.items() if naam in kunnen}


def raster(
    vakken: Sequence[Vak],
    koppen: Sequence[Vak],
    assen: Assen,
    legenda: Legenda,
    tooltip: Mapping[str, str],
) -> tuple[Any, float]:
    """Return the chart, and how wide it is about, in pixels.

    Args:
        vakken: the cells.
        koppen: texts in the rows (or columns) that are headings: on no colour, in bold.
        assen: rows and columns.
        legenda: what the colours stand for.
        tooltip: per heading in the tooltip, a word of the table, the name of a field.
    """
    alt, spreek, vorm = altair(), legenda.spreek, assen.vorm(vakken, koppen)
    x = alt.X(
        "kolom:N",
        title=assen.kolomtitel,
        scale=alt.Scale(domain=[*vorm.kolommen.values()], paddingInner=vorm.tussen / vorm.breedte),
        axis=_boven(alt, vorm),
    )
    y = alt.Y(
        "rij:N",
        title=None,
        scale=alt.Scale(domain=[*vorm.rijen.values()], paddingInner=vorm.tussen / vorm.hoogte),
        axis=_links(alt, vorm),
    )
    gevuld = [vak.record(legenda.kleuren, vorm) for vak in vakken if vak.klasse is not None]
    leeg = [vak.record(legenda.kleuren, vorm) for vak in vakken if vak.klasse is None]
    boven = [vak.record(legenda.kleuren, vorm) for vak in koppen]
    rand = {"stroke": LIJN, "strokeWidth": 1, "ariaRoleDescription": spreek("grafiek.vak")}
    zin = alt.Description("omschrijving:N")
    tips = [alt.Tooltip(f"{veld}:N", title=spreek(woord)) for woord, veld in tooltip.items()]

    def laag(regels: list[dict[str, Any]]) -> Any:
        return alt.Chart(alt.InlineData(values=regels)).encode(x=x, y=y)

    schaal = alt.Scale(domain=[*legenda.kleuren], range=[*legenda.kleuren.values()])
    plek = alt.Legend(orient="right" if vorm.rechts else "bottom")
    kleur = alt.Color("klasse:N", title=legenda.titel, scale=schaal, legend=plek)
    tekst, inktkleur = alt.Text("tekst:N"), alt.Color("inkt:N", scale=None)
    getoond = [regel for regel in (*gevuld, *leeg) if regel["tekst"]]
    lagen = [
        laag(gevuld).mark_rect(**rand).encode(color=kleur, description=zin, tooltip=tips),
        # A layer without marks would still be announced, without a name.
        *(
            [laag(leeg).mark_rect(**rand, strokeDash=[2, 3], fill=WIT).encode(description=zin, tooltip=tips)]
            if leeg
            else []
        ),
        # A text lies over its cell, and takes the pointer from it.
        laag(getoond).mark_text(fontSize=12, aria=False).encode(text=tekst, color=inktkleur, tooltip=tips),
        laag(boven)
        .mark_text(fontSize=12, fontWeight="bold", color=TEKST, ariaRoleDescription=spreek("grafiek.opschrift"))
        .encode(text=tekst, description=zin, tooltip=tips),
    ]
    grootte = {"width": {"step": vorm.breedte}, "height": {"step": vorm.hoogte}}
    return alt.layer(*lagen).properties(**grootte), vorm.totaal


def _boven(alt: Any, vorm: Vorm) -> Any:
    # The first line of each label stands at the same height; the padding leaves room for the others.
    regels = max(label.count("\n") for label in vorm.kolommen.values())
    return alt.Axis(
        orient="top", labelExpr=REGELS, labelAngle=0, labelLimit=vorm.breedte, labelBaseline="bottom", domain=False,
        labelPadding=8 + _KOPREGEL * regels, labelLineHeight=_KOPREGEL, ticks=False, titleAnchor="start", titlePadding=6,
        labelOverlap=False,
    )  # fmt: skip


def _links(alt: Any, vorm: Vorm) -> Any:
    # The heading of a leerlijn has a space in its label, and no dot in its code.
    is_kop = {"test": "indexof(datum.label, ' ') > 0 && indexof(split(datum.label, ' ')[0], '.') < 0", "value": "bold"}
    return alt.Axis(
        labelLimit=PAGINA[0],
        domain=False,
        ticks=False,
        labelPadding=8,
        labelOverlap=False,
        labelFontWeight={"condition": is_kop, "value": "normal"} if vorm.met_koppen else "normal",
    )
