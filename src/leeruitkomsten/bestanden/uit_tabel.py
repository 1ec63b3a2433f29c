"""From the table that a teacher educator has, in CSV or Excel, to the data of a framework.

Two layouts, told apart by their column names. A *list* has a line per criterium, with the columns `leerlijn`, `niveau`,
`rij` (or `rijnaam`) and `criterium`; a *matrix* has a line per row of the document, with the columns `leerlijn` and `rij` (or
`rijnaam`) and one for each niveau, headed `1 Oriëntatiefase` or by any label, and a bullet per line of text within a cell. The page
*Een eigen raamwerk* (`docs/eigen-raamwerk.md`) says how each is filled in, and how the next version is made.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..codes import HOOGSTE_NIVEAU
from ..fouten import Bevinding, OngeldigeVraag, OngeldigRaamwerk, VerkeerdType
from ..identiteit import FORMAAT, sleutel_van
from ..raamwerk import Raamwerk
from ..velden import MEESTE_UITKOMSTEN
from ..zinnen import citaat
from . import nieuwe_versie
from .bron import Bron
from .csvbestand import GeenTabel
from .kolommen import Kop, geen_kop, kolomnaam
from .raamwerkbestand import uit_gegevens
from .tabelbestand import lees_inhoud
from .tabelregels import Gelezen, opgesomd
from .uitgifte import Rijen, codefouten, dubbele_teksten, geef_codes, nummer_rijen, te_vol
from .weergaven import weergavefouten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .kop import Tabel
    from .tabelregels import Einde, Punt


class Ingelezen(NamedTuple):
    """A framework from a table, and what was passed over, filled in or left out on the way: sentences in Dutch."""

    raamwerk: Raamwerk
    opmerkingen: tuple[str, ...]


def uit_tabel(
    bron: Bron,
    *,
    naam: str | None = None,
    versie: str,
    datum: str,
    sleutel: str | None = None,
    taal: str | None = None,
    uitgever: str | None = None,
    licentie: str | None = None,
    blad: str | None = None,
    niveaus: Iterable[str] = (),
    vorige: Raamwerk | None = None,
    opvolgers: Mapping[str, Iterable[str]] | None = None,
) -> Raamwerk:
    """Read a framework from a table in a CSV file or an Excel workbook, and check it.

    Args:
        bron: a path (`.csv` or `.xlsx`), an open file, or bytes; at most 10 MB, a workbook 100 MB. *Hoe een tabel eruit mag
            zien* (`docs/tabellen.md`) says how it is read.
        naam: of the framework; like the next two, a table does not say it. With `vorige` it may be left out.
        versie: of the framework, such as `1.0`.
        datum: of that version, as `2026-11-24`.
        sleutel: the key that tells it apart from others: 2 to 40 of a-z, 0-9 and `-`. When it is left out, that of `vorige`, or
            what remains of the name in such characters: give one where another institution may use the same name.
        taal: the language of its texts (BCP 47); when it is left out, that of `vorige`, or `nl`.
        uitgever: who publishes it, where that is known.
        licentie: under which licence, where that is known.
        blad: the name of the only sheet that is read. When it is left out, every sheet with the columns of a framework is.
        niveaus: the labels of the niveaus, in order: which columns of a matrix are niveaus, and what stands in column `niveau` of
            a list. When it is left out, a matrix has numbered heads, or else every head to the right of the known columns is one.
        vorige: the version that this is the next of. Criteria keep the codes that the column `code` gives, and those of the same
            text in the same cell; what is new gets codes that were never used. What a table does not say is taken over.
        opvolgers: for codes that ended the codes that follow each, beside those that the table says itself.

    What was passed over (other sheets, titles above the head) or filled in (merged cells, numbers of rows) stands in
    `bron.verantwoording`.

    Raises:
        OngeldigRaamwerk: the table or what follows from it is not sound; every fault is named with sheet, row and column. So is
            every code of `vorige` that is gone without a word of what follows it.
        OngeldigeVraag: no `naam`, and no `vorige` to have it from; or `niveaus` or `opvolgers` are none.
        VerkeerdType: `bron` is nothing that can be read, or `vorige` is no framework.
        OSError: the file cannot be read.
        OntbrekendOnderdeel: an Excel file, and the extra `excel` is not installed.

    The page *Een eigen raamwerk* (`docs/eigen-raamwerk.md`) has the two layouts, and this table:

    >>> uit_tabel("ambacht.csv", naam="Leeruitkomsten van het ambacht", versie="1.0", datum="2026-11-24")
    <Raamwerk 1.0: 2 leeruitkomsten, 5 succescriteria>
    """
    kop = {"naam": naam, "versie": versie, "datum": datum, "sleutel": sleutel, "taal": taal}
    kop |= {"uitgever": uitgever, "licentie": licentie}
    return lees_in(bron, kop, blad=blad, niveaus=niveaus, vorige=vorige, opvolgers=opvolgers).raamwerk


def lees_in(
    bron: Bron,
    kop: dict[str, Any],
    *,
    blad: str | None = None,
    niveaus: Iterable[str] = (),
    vorige: Raamwerk | None = None,
    opvolgers: Mapping[str, Iterable[str]] | None = None,
) -> Ingelezen:
    """Do what `uit_tabel` does, with what a table does not say as `kop`, and tell what should be known of it."""
    eerder = _geldig(vorige, kop)
    gegeven = nieuwe_versie.gegeven_einden(opvolgers)
    koppen = Kop(_labels(niveaus))
    try:
        inhoud = lees_inhoud(bron, koppen.is_kop, blad=blad)
    except GeenTabel as fout:
        raise OngeldigRaamwerk.van(fout.bevindingen) from None
    tabellen = _Tabellen.van(inhoud.tabellen, koppen)
    tabel = Gelezen(koppen, *tabellen.labels(koppen, vorige))
    tabel.fouten += geen_kop(inhoud)
    for een in tabellen.bron:
        tabel.lees(een)
    gevormd = _Gevormd(tabel, vorige, {**tabel.einden, **gegeven})
    if fouten := [*tabel.fouten, *gevormd.fouten(), *nieuwe_versie.samen(tabel.einden, gegeven)]:
        raise OngeldigRaamwerk.van(fouten)
    gegevens = gevormd.gegevens()
    opmerkingen = [*inhoud.opmerkingen(), *tabel.opmerkingen, *tabel.over_cellen(), *gevormd.opmerkingen()]
    opmerkingen += _over_notaties(gegevens["leerlijnen"], vorige)
    if vorige is None:
        opmerkingen += tabellen.over_weergaven()
    kader = uit_gegevens({
        "formaat": FORMAAT,
        **eerder,
        "bron": _bron(bron, str(eerder["naam"]), vorige, eerder["versie"], opmerkingen),
        "inleiding": [noot.als_dict() for noot in vorige.inleiding] if vorige else [],
        **gegevens,
        "errata": [],
        "vervallen": [],
    })  # fmt: skip
    fouten = [
        *nieuwe_versie.einde_fouten(gevormd.einden, kader, vorige),
        *weergavefouten(tabellen.weergaven, kader, vorige, tabellen.lijst),
    ]
    if fouten:
        raise OngeldigRaamwerk.van(fouten)
    if vorige:
        opmerkingen += tabellen.over_weergaven()
    return _met_verleden(kader, gevormd.einden, vorige, opmerkingen)


def _geldig(vorige: Raamwerk | None, kop: dict[str, Any]) -> dict[str, Any]:
    """Return what a table does not say, from what was given and what the earlier version has."""
    if vorige is not None and not isinstance(vorige, Raamwerk):
        raise VerkeerdType(
            f"vorige= is een raamwerk; lees een bestand eerst met lees(), er staat {citaat(vorige)}", {"vorige": vorige}
        )
    if kop["naam"] is None and vorige is None:
        raise OngeldigeVraag("ontbrekende_optie", "geef de naam van het raamwerk op met naam=", {"naam": None})
    velden = ("sleutel", "naam", "versie", "datum", "taal", "uitgever", "licentie")
    heel = {veld: getattr(vorige, veld, None) if kop.get(veld) is None else kop[veld] for veld in velden}
    heel["sleutel"] = sleutel_van(heel["naam"]) if heel["sleutel"] is None else heel["sleutel"]
    heel["taal"] = "nl" if heel["taal"] is None else heel["taal"]
    return heel


def _labels(niveaus: Iterable[str]) -> tuple[str, ...]:
    if isinstance(niveaus, str):
        raise VerkeerdType(f"niveaus= is een lijst met namen, niet {citaat(niveaus)}", {"niveaus": niveaus})
    labels = tuple(" ".join(str(label).split()) for label in niveaus)
    if len({*labels}) != len(labels) or not all(labels) or len(labels) > HOOGSTE_NIVEAU:
        reden = f"niveaus: hier horen hoogstens {HOOGSTE_NIVEAU} namen, elk één keer en geen ervan leeg"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"niveaus": labels})
    return labels


class _Tabellen(NamedTuple):
    """The tables of a file: those that are read, and those that only show what stands in the list."""

    bron: list[Tabel]
    weergaven: list[Tabel]
    lijst: str

    @classmethod
    def van(cls, tabellen: Sequence[Tabel], kop: Kop) -> _Tabellen:
        """Part the tables. A list with codes says it all: then a matrix beside it is a view of that, as an export makes it."""
        koppen = [[kolomnaam(cel) for cel in tabel.kop.cellen] for tabel in tabellen]
        soorten = [kop.soort(namen) for namen in koppen]
        lijsten = [plaats for plaats, namen in enumerate(koppen) if soorten[plaats] == "lijst" and "code" in namen]
        weergave = [bool(lijsten) and soort == "matrix" for soort in soorten]
        return cls(
            [tabel for tabel, over in zip(tabellen, weergave, strict=True) if not over],
            [tabel for tabel, over in zip(tabellen, weergave, strict=True) if over],
            str(tabellen[lijsten[0]].blad) if lijsten else "",
        )

    def labels(self, kop: Kop, vorige: Raamwerk | None) -> tuple[tuple[str, ...], int]:
        """Return the labels of the niveaus in order, where they have any, and the highest number that one may have."""
        if kop.niveaus:
            return kop.niveaus, len(kop.niveaus)
        gevonden: list[str] = []
        for tabel in self.bron:
            namen = [kolomnaam(cel) for cel in tabel.kop.cellen]
            if kop.soort(namen) == "matrix":
                niveaus = kop.niveaukolommen(namen)
                gevonden = max(gevonden, [naam for naam, nummer in niveaus.items() if nummer is None], key=len)
        if not gevonden and vorige:
            gevonden = [niveau.fase for niveau in vorige.niveaus if not niveau.fase.isdecimal()]
            gevonden = gevonden if len(gevonden) == len(vorige.niveaus) == len({*gevonden}) else []
        return tuple(gevonden), HOOGSTE_NIVEAU

    def over_weergaven(self) -> Iterator[str]:
        """Yield which sheets were passed over since they are views."""
        if self.weergaven:
            bladen = ", ".join(citaat(tabel.blad.naam) for tabel in self.weergaven)
            yield f"weergaven van {self.lijst} zijn overgeslagen: {bladen}"


class _Gevormd:
    """What was read, with its rows numbered and its criteria given codes."""

    def __init__(self, tabel: Gelezen, vorige: Raamwerk | None, einden: dict[str, Einde]) -> None:
        self.tabel, self.vorige, self.einden = tabel, vorige, einden
        self.eerder = [einde.code for einde in vorige.vervallen] if vorige else []
        self.geeindigd = (*self.eerder, *einden)
        self.rijen: Rijen = nummer_rijen(tabel.punten, vorige, self.geeindigd)
        self.niveaus = max((len(tabel.kop.niveaus), *tabel.genoemd))
        for een in vorige.leerlijnen if vorige else ():
            if tabel.leerlijnen.get(een.code) == "":
                tabel.leerlijnen[een.code] = een.naam

    def fouten(self) -> Iterator[Bevinding]:
        """Yield what keeps it from being a framework."""
        yield from self.tabel.tekorten()
        yield from self.rijen.fouten
        yield from te_vol(self.tabel.punten, self.rijen.nummers)
        yield from dubbele_teksten(self.tabel.punten, self.rijen.nummers)
        yield from codefouten(self.tabel.punten, self.rijen.nummers, self.eerder)
        if self.niveaus * len(self.tabel.leerlijnen) > MEESTE_UITKOMSTEN:
            samen = f"{len(self.tabel.leerlijnen)} leerlijnen van {self.niveaus} niveaus"
            reden = f"{samen} zijn meer dan {MEESTE_UITKOMSTEN} leeruitkomsten"
            yield Bevinding("de tabel", "te_groot", reden)

    def opmerkingen(self) -> Iterator[str]:
        """Yield what was filled in."""
        if self.tabel.op_naam:
            yield f"niveaus: {len(self.tabel.namen)} ({', '.join(self.tabel.namen)})"
        if self.rijen.genummerd:
            aantallen = ", ".join(f"{aantal} in {lijn}" for lijn, aantal in self.rijen.genummerd.items())
            yield f"rijen zonder nummer kregen er een, op volgorde van verschijnen: {aantallen}"
        if anders := self._anders_op_volgorde():
            yield f"criteria staan op volgorde van hun letter; in de tabel is die anders in {opgesomd(anders)}"
        if anders := self._rijen_anders():
            yield f"rijen staan op volgorde van hun nummer; in de tabel is die anders in {opgesomd(anders)}"

    @cached_property
    def punten(self) -> dict[str, Punt]:
        """The criteria by their codes, in order of these, where there are no faults."""
        fasen = {**dict(enumerate(self.tabel.namen, 1)), **self.tabel.fasen}
        geschoven = self.vorige is not None and nieuwe_versie.verschoven(self.vorige, fasen)
        op_plaats = "code" not in self.tabel.kolommen and not geschoven
        return geef_codes(self.tabel.punten, self.rijen.nummers, self.vorige, self.geeindigd, op_plaats=op_plaats)

    def _anders_op_volgorde(self) -> list[str]:
        """Return in which cells the table has the criteria in another order than that of their letters."""
        plaats = {id(punt): nummer for nummer, punt in enumerate(self.tabel.punten)}
        op_code = ((code.rstrip(ascii_lowercase), plaats[id(punt)]) for code, punt in self.punten.items())
        return [
            *dict.fromkeys(cel for (ervoor, een), (cel, ander) in pairwise(op_code) if cel == ervoor and ander < een)
        ]

    def _rijen_anders(self) -> list[str]:
        """Return in which leerlijnen the table has rows in another order than that of their numbers.

        Of a matrix that is the order of its lines; a list, which goes through the rows again for each niveau, has one for each.
        """
        hoogste: dict[tuple[str, str, int], int] = {}
        gezien: set[tuple[tuple[str, str, int], int]] = set()
        anders: dict[str, None] = {}
        for punt, rij in zip(self.tabel.punten, self.rijen.nummers, strict=True):
            waar = (punt.leerlijn, punt.regel.blad, punt.niveau if punt.kolom == "criterium" else 0)
            if (waar, rij) not in gezien and rij < hoogste.get(waar, 0):
                anders[punt.leerlijn] = None
            gezien.add((waar, rij))
            hoogste[waar] = max(rij, hoogste.get(waar, 0))
        return [*anders]

    def gegevens(self) -> dict[str, Any]:
        """Return the niveaus and leerlijnen as the file of a framework has them; what nothing is said of stays empty."""
        tabel = self.tabel
        vorig = _Vorig(self.vorige, tabel)
        per_uitkomst: dict[str, list[dict[str, str | None]]] = {}
        rijen: dict[str, dict[int, None]] = {lijn: {} for lijn in tabel.leerlijnen}
        for code, punt in self.punten.items():
            gegeven = {"code": code, "tekst": punt.tekst, "notatie": punt.notatie or vorig.notaties.get(code)}
            per_uitkomst.setdefault(f"{punt.leerlijn}{punt.niveau}", []).append(gegeven)
        for punt, rij in zip(tabel.punten, self.rijen.nummers, strict=True):
            rijen[punt.leerlijn][rij] = None
        nummers = range(1, self.niveaus + 1)
        # A bare number is the label of that niveau by itself; it names no phase.
        namen = {n: naam for n, naam in enumerate(tabel.namen, 1) if naam != str(n)}
        return {
            "niveaus": [
                {
                    "nummer": n,
                    "fase": tabel.fasen.get(n) or vorig.fasen.get(n) or namen.get(n) or f"niveau {n}",
                    "begeleiding": tabel.begeleiding.get(n) or vorig.begeleiding.get(n),
                }
                for n in nummers
            ],
            "leerlijnen": [
                {
                    "code": lijn,
                    "naam": naam,
                    "omschrijving": tabel.omschrijvingen.get(lijn) or vorig.omschrijvingen.get(lijn),
                    "leeruitkomsten": [
                        {
                            "code": f"{lijn}{n}",
                            "tekst": tabel.uitkomsten.get((lijn, n)) or vorig.uitkomsten.get(f"{lijn}{n}", ""),
                            "notatie": tabel.notaties.get((lijn, n)) or vorig.notaties.get(f"{lijn}{n}"),
                            "succescriteria": per_uitkomst.get(f"{lijn}{n}", []),
                        }
                        for n in nummers
                    ],
                    "rijnamen": [
                        {"rij": f"{lijn}.{rij}", "naam": naam, "uit_bron": uit_bron}
                        for rij in sorted(rijen[lijn])
                        if (benoemd := self._rijnaam(lijn, rij, vorig)) is not None
                        for naam, uit_bron in [benoemd]
                    ],
                }
                for lijn, naam in tabel.leerlijnen.items()
            ],
        }

    def _rijnaam(self, lijn: str, rij: int, vorig: _Vorig) -> tuple[str, bool] | None:
        """Return what a row is called, and whether the source calls it so; `None` where it has no name."""
        naam = self.rijen.namen.get((lijn, rij))
        if not naam:
            return vorig.rijnamen.get(f"{lijn}.{rij}")
        return naam, vorig.uit_bron.get((f"{lijn}.{rij}", naam), self.tabel.uit_bron[lijn, naam])


def _over_notaties(leerlijnen: Iterable[Mapping[str, Any]], vorige: Raamwerk | None) -> Iterator[str]:
    """Yield which codes of the source stand with more than one record, where they did not before: by such a code none is found."""
    was = _gedeeld(record.als_dict() for record in (*vorige.leeruitkomsten, *vorige.succescriteria)) if vorige else {}
    uitkomsten = [uitkomst for lijn in leerlijnen for uitkomst in lijn["leeruitkomsten"]]
    nu = _gedeeld([*uitkomsten, *(criterium for uitkomst in uitkomsten for criterium in uitkomst["succescriteria"])])
    gedeeld = [
        f"{citaat(notatie)} ({' en '.join(codes)})" for notatie, codes in nu.items() if codes != was.get(notatie)
    ]
    if gedeeld:
        yield f"een notatie die er vaker staat wijst niet één code aan: {opgesomd(gedeeld)}"


def _gedeeld(records: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the notaties that more than one record has, with the codes of these."""
    van: dict[str, list[str]] = {}
    for record in records:
        if record["notatie"]:
            van.setdefault(record["notatie"], []).append(record["code"])
    return {notatie: codes for notatie, codes in van.items() if len(codes) > 1}


class _Vorig:
    """What the earlier version says in fields that the tables have no place for, by code; the tables say nothing of those."""

    def __init__(self, vorige: Raamwerk | None, tabel: Gelezen) -> None:
        in_lijst = {"lijst"} >= tabel.soorten - {"vervallen"}
        zwijgt = {
            naam: vorige is not None
            and naam not in tabel.kolommen
            and (in_lijst or naam not in ("leeruitkomst", "begeleiding"))
            for naam in ("leeruitkomst", "begeleiding", "fase", "omschrijving", "rijnaam", "naam_uit_bron", "notatie")
        }

        def van(kolom: str, waar: str) -> Sequence[Any]:
            return getattr(vorige, waar) if zwijgt[kolom] else ()

        self.fasen = {niveau.nummer: niveau.fase for niveau in van("fase", "niveaus")}
        self.begeleiding = {niveau.nummer: niveau.begeleiding for niveau in van("begeleiding", "niveaus")}
        self.omschrijvingen = {lijn.code: lijn.omschrijving for lijn in van("omschrijving", "leerlijnen")}
        self.uitkomsten = {uitkomst.code: uitkomst.tekst for uitkomst in van("leeruitkomst", "leeruitkomsten")}
        self.rijnamen = {rij.code: (rij.naam, rij.naam_uit_bron) for rij in van("rijnaam", "rijen") if rij.naam}
        self.uit_bron = {(rij.code, rij.naam): rij.naam_uit_bron for rij in van("naam_uit_bron", "rijen") if rij.naam}
        records = (*van("notatie", "leeruitkomsten"), *van("notatie", "succescriteria"))
        self.notaties = {record.code: record.notatie for record in records}


def _bron(bron: Bron, naam: str, vorige: Raamwerk | None, versie: str, opmerkingen: Iterable[str]) -> dict[str, Any]:
    """Return where a framework comes from: its table, or what the earlier version says and what was read otherwise this time."""
    if vorige is None:
        noten = [{"bij": "de tabel", "tekst": tekst} for tekst in opmerkingen]
        return {
            "titel": _titel(bron, naam), "sha256": "", "verwijzingen": [], "verantwoording": noten, "op_inhoud_geplaatst": [],
        }  # fmt: skip
    eerder: dict[str, Any] = cast("dict[str, Any]", vorige.bron.als_dict())
    gezegd = {noot["tekst"] for noot in eerder["verantwoording"]}
    noten = [{"bij": f"de tabel van versie {versie}", "tekst": tekst} for tekst in opmerkingen if tekst not in gezegd]
    return {**eerder, "verantwoording": [*eerder["verantwoording"], *noten]}


def _titel(bron: Bron, naam: str) -> str:
    """Return what a source is called: its file, or where it has none the framework that it became."""
    pad: Any = bron if isinstance(bron, str | os.PathLike) else getattr(bron, "name", None)
    titel = Path(os.fsdecode(pad)).name if isinstance(pad, str | os.PathLike) else naam  # pyright: ignore[reportUnknownArgumentType]  # of anything
    return " ".join(unicodedata.normalize("NFC", str(titel)).split())


def _met_verleden(
    kader: Raamwerk, einden: dict[str, Einde], vorige: Raamwerk | None, opmerkingen: list[str]
) -> Ingelezen:
    """Add the errata that still apply and the codes that ended, and tell which errata do not apply any more."""
    blijft, weg = nieuwe_versie.errata_die_blijven(vorige.errata if vorige else (), kader)
    vervallen = nieuwe_versie.vervallen(einden, vorige, kader.versie)
    opmerkingen += (
        f"het erratum bij {een.code} ({citaat(een.staat)}) is niet meer van toepassing, en is weg" for een in weg
    )
    if blijft or vervallen:
        gegevens = {"formaat": FORMAAT, **kader.als_dict()}
        kader = uit_gegevens({**gegevens, "errata": [een.als_dict() for een in blijft], "vervallen": vervallen})
    return Ingelezen(kader, tuple(opmerkingen))
