"""A grid: rows under the heading of their leerlijn, columns, and in each cell a text on a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from ..schermtaal import Spreek
from ._stijl import GRIJS, LIJN, REGELS, STIL, TEKST, WIT, altair, inkt

HOOGTE = 25
_TUSSEN = 3
LEEG = "–"


@attrs.frozen
class Vak:
    """One cell.

    Attributes:
        rij, kolom: the labels of its row and column.
        tekst: what stands in it.
        zin: the same as a sentence, for those who hear the chart, and in the tooltip.
        klasse: the class that gives its colour; `None` for a cell of which nothing is asked.
        gegevens: numbers and texts behind it, which the tooltip may show.
    """

    rij: str
    kolom: str
    tekst: str
    zin: str
    klasse: str | None
    gegevens: Mapping[str, object]

    def record(self, kleuren: Mapping[str, str]) -> dict[str, Any]:
        """Return the cell as a line of data."""
        kleur = {} if self.klasse is None else {"klasse": self.klasse}
        vlak = None if self.klasse is None or self.tekst == "0" else kleuren[self.klasse]
        zwart = STIL if vlak in (None, GRIJS) else inkt(vlak)
        return {
            "rij": self.rij, "kolom": self.kolom, "tekst": self.tekst, "omschrijving": self.zin, "inkt": zwart,
            **kleur, **self.gegevens,
        }  # fmt: skip


@attrs.frozen
class Assen:
    """The rows (top to bottom, headings among them) and columns (left to right), each with its title, and the size of a cell."""

    rijen: Sequence[str]
    kolommen: Sequence[str]
    kolomtitel: str | None
    breedte: int

    @property
    def totaal(self) -> int:
        """The width of the chart with its labels and legend, in pixels."""
        return self.breedte * len(self.kolommen) + 320


@attrs.frozen
class Legenda:
    """The classes that give cells their colour, in their order, and what they stand for; `spreek` says what a mark is."""

    titel: str
    kleuren: Mapping[str, str]
    spreek: Spreek


def vakbreedte(minst: int, koppen: Sequence[Vak]) -> int:
    """Return how wide a cell must be, in pixels, for the longest of the texts in bold."""
    return max([minst, *(7 * len(kop.tekst) + 8 for kop in koppen)])


def raster(
    vakken: Sequence[Vak],
    koppen: Sequence[Vak],
    assen: Assen,
    legenda: Legenda,
    tooltip: Mapping[str, str],
) -> Any:
    """Return the chart.

    Args:
        vakken: the cells.
        koppen: texts in the rows that are headings: on no colour, in bold.
        assen: rows and columns.
        legenda: what the colours stand for.
        tooltip: per heading in the tooltip, a word of the table, the name of a field.
    """
    alt, spreek = altair(), legenda.spreek
    x = alt.X(
        "kolom:N",
        title=assen.kolomtitel,
        scale=alt.Scale(domain=[*assen.kolommen], paddingInner=_TUSSEN / assen.breedte),
        axis=_boven(alt, assen),
    )
    y = alt.Y(
        "rij:N", title=None, scale=alt.Scale(domain=[*assen.rijen], paddingInner=_TUSSEN / HOOGTE), axis=_links(alt)
    )
    gevuld = [vak.record(legenda.kleuren) for vak in vakken if vak.klasse is not None]
    leeg = [vak.record(legenda.kleuren) for vak in vakken if vak.klasse is None]
    boven = [vak.record(legenda.kleuren) for vak in koppen]
    rand = {"stroke": LIJN, "strokeWidth": 1, "ariaRoleDescription": spreek("grafiek.vak")}
    zin = alt.Description("omschrijving:N")
    tips = [alt.Tooltip(f"{veld}:N", title=spreek(woord)) for woord, veld in tooltip.items()]

    def laag(regels: list[dict[str, Any]]) -> Any:
        return alt.Chart(alt.InlineData(values=regels)).encode(x=x, y=y)

    schaal = alt.Scale(domain=[*legenda.kleuren], range=[*legenda.kleuren.values()])
    kleur = alt.Color("klasse:N", title=legenda.titel, scale=schaal, legend=alt.Legend(orient="right"))
    tekst, inktkleur = alt.Text("tekst:N"), alt.Color("inkt:N", scale=None)
    lagen = [
        laag(gevuld).mark_rect(**rand).encode(color=kleur, description=zin, tooltip=tips),
        # A layer without marks would still be announced, without a name.
        *(
            [laag(leeg).mark_rect(**rand, strokeDash=[2, 3], fill=WIT).encode(description=zin, tooltip=tips)]
            if leeg
            else []
        ),
        # A text lies over its cell, and takes the pointer from it.
        laag([*gevuld, *leeg]).mark_text(fontSize=12, aria=False).encode(text=tekst, color=inktkleur, tooltip=tips),
        laag(boven)
        .mark_text(fontSize=11, fontWeight="bold", color=TEKST, ariaRoleDescription=spreek("grafiek.opschrift"))
        .encode(text=tekst, description=zin, tooltip=tips),
    ]
    grootte = {"width": {"step": assen.breedte}, "height": {"step": HOOGTE}}
    return alt.layer(*lagen).properties(**grootte)


def _boven(alt: Any, assen: Assen) -> Any:
    # The first line of each label stands at the same height; the padding leaves room for the others.
    regels = max(label.count("\n") for label in assen.kolommen)
    return alt.Axis(
        orient="top", labelExpr=REGELS, labelAngle=0, labelLimit=assen.breedte, labelBaseline="bottom", domain=False,
        labelPadding=8 + 14 * regels, labelLineHeight=14, ticks=False, titleAnchor="start", titlePadding=6,
    )  # fmt: skip


def _links(alt: Any) -> Any:
    # Only the heading of a leerlijn has a space in its label: after its code.
    is_kop = {"test": "indexof(datum.label, ' ') > 0", "value": "bold"}
    return alt.Axis(
        labelLimit=300,
        domain=False,
        ticks=False,
        labelPadding=8,
        labelFontWeight={"condition": is_kop, "value": "normal"},
    )
