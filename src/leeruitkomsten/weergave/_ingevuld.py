"""A form that was filled in with Word or LibreOffice, read back: what was typed becomes evidence and notes, the rest is named."""

from __future__ import annotations

import operator
import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar, cast, get_args

import attrs

from ..bestanden.bron import Bron
from ..bestanden.worddelen import Alinea, Beeld, Stuk, Wordveld
from ..bewijs import Bewijs, Notitie, Portfolio
from ..bouwen import bouw, met_errata
from ..datums import dag_van, eis_dag
from ..fouten import Bevinding, OngeldigPortfolio
from ..identiteit import MET_ERRATA
from ..plat import Codesoort, Notitiesoort
from ..raamwerk import Raamwerk
from ..record import Reeks, Regel
from ..schermtaal import SCHERMTALEN, spreker
from ..verpakt import laad, versies
from ..zelfde import eis_raamwerk
from ..zinnen import citaat
from ._dossier import DEELSOORTEN, NOTITIECODES, van_student
from ._eigen_tekst import EigenTekst, vlak
from ._woorden import voet

if TYPE_CHECKING:
    from collections.abc import Iterator

Lossoort: TypeAlias = Literal[
    "geen_plaats", "los", "onbekend_veld", "leeggemaakt", "geen_dag", "lettertype", "voorbeeld", "beeld"
]
"""Why something of a form is not in the portfolio.

| soort | what it is |
|---|---|
| `geen_plaats` | a field for which a portfolio has no place: the school, who guides, the signatures |
| `los` | a text outside the fields: in a heading, beside a field, in a comment in the margin |
| `onbekend_veld` | a field that is none of the form's |
| `leeggemaakt` | what stands below a piece that was emptied in the form: a portfolio that has it keeps it |
| `geen_dag` | what stands as the day of the form and is no day, where another was given |
| `lettertype` | characters that only a font knows, such as a tick of Wingdings: their numbers in Unicode |
| `voorbeeld` | a text that the program says is an example, and that is none which we know |
| `beeld` | a picture or another part of the document that is not read, such as a chart or SmartArt |
"""
_SOORTEN = ("bewijs", *get_args(Notitiesoort))
_VELD = re.compile(rf"({'|'.join(_SOORTEN)}) ([^ ]+)(?: ([1-9][0-9]{{0,8}})(?: ({'|'.join(DEELSOORTEN)}))?)?")
_ALLEEN_BIJ_BEWIJS = ("soort", "waar")
_OP_HET_FORMULIER = re.compile("werkplek|(begeleider|naam|getekend) [0-9]+")
# What Word and LibreOffice put in a field that was emptied, in the languages of the screen, and what forms of ours once had.
_VOORBEELDEN = {
    "typ hier", "type here", "klik of tik om tekst in te voeren.", "klik of tik om een datum in te voeren.",
    "click or tap here to enter text.", "click or tap to enter a date.",
}  # fmt: skip
# White space as JavaScript knows it, so that the page makes the same of a text.
_WIT = re.compile("[\t\v\f \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
_ZICHTBAAR = " \u200c\u200d"
_ONZICHTBAAR = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}


class NietGeplaatst(NamedTuple):
    """What stands in a form and not in the portfolio.

    Attributes:
        soort: why not, as a code that stays the same; see `Lossoort`.
        waar: the field, or after which line of the form.
        tekst: what stands there.

    >>> print(NietGeplaatst("geen_plaats", "werkplek", "De Brug"))
    werkplek: De Brug
    """

    soort: Lossoort
    waar: str
    tekst: str

    def __str__(self) -> str:
        return f"{self.waar}: {' '.join(self.tekst.split())}"


class Ingevuld(NamedTuple):
    """A form that was read.

    Attributes:
        portfolio: the portfolio with what was filled in.
        niet_geplaatst: tuple of `NietGeplaatst`: all else that was typed, in the order of the form.
    """

    portfolio: Portfolio
    niet_geplaatst: tuple[NietGeplaatst, ...]


def lees_formulier(
    bron: Bron, raamwerk: Raamwerk | None = None, *, portfolio: Portfolio | None = None, dag: str | None = None
) -> Ingevuld:
    """Read a form of `formulier_docx` that was filled in and saved, by Word or by LibreOffice.

    A line under *Bewijs* becomes a piece of evidence, a field under *Feedback*, *Feedforward*, *Indruk* or *Afspraken* a note,
    each of the day that the form says. What the form had of a portfolio comes back as it stands there now. Texts are put in the
    form that a portfolio asks: Unicode NFC, without characters that nobody sees. Nothing that was typed is lost in silence: what
    is no evidence and no note is named.

    Args:
        bron: a path, an open file, or the bytes of a Word document (.docx).
        raamwerk: the framework of the form; the packaged one when it is left out.
        portfolio: what is added to. What it has already is not added again; nothing of it changes or goes.
        dag: the day of what was typed, ISO 8601, instead of the one on the form.

    Raises:
        OngeldigPortfolio: this is no such form, or one of another framework or version; it is of another student than
            `portfolio`; or it lacks a name or a day, or has one that is no day. Nothing is read then.
        OngeldigeVraag: `dag` is no day, or `portfolio` is of another framework or version.
        VerkeerdType: `bron` is nothing that can be read, `raamwerk` no framework, or `portfolio` no portfolio.
        OSError: the file cannot be opened or read.
        OntbrekendOnderdeel: the extra `weergave` is not installed.

    >>> import leeruitkomsten as lu
    >>> from leeruitkomsten.weergave import formulier_docx
    >>> sanne = lu.Portfolio(lu.laad().kenmerk, "Sanne", [lu.Bewijs("WP2.1a", "Lesplan", "2026-11-03")], datum="2026-11-24")
    >>> lees_formulier(formulier_docx(lu.laad(), 2, portfolio=sanne))
    Ingevuld(portfolio=<Portfolio Sanne: 1 × bewijs voor 1 succescriteria>, niet_geplaatst=())
    """
    from ..bestanden.wordbestand import lees_word  # as late as can be: who draws reads nothing

    kader = laad() if raamwerk is None else eis_raamwerk(raamwerk)
    van_student(kader, None, portfolio, spreker("nl"))
    stukken = lees_word(bron)
    velden = _Velden(kader, None if dag is None else eis_dag(dag, "dag").isoformat())
    eigen = EigenTekst(*_uitgave_en_evl(kader, stukken), stukken)
    niet: list[NietGeplaatst] = []
    waar = "boven het formulier"
    for stuk in stukken:
        if isinstance(stuk, Wordveld):
            niet += velden.neem(stuk)
        elif isinstance(stuk, Beeld):
            wat = "geen tekst" if stuk.naam.startswith("word/media/") else "wordt niet gelezen"
            niet.append(NietGeplaatst("beeld", stuk.naam, wat))
        elif eigen.is_van_ons(stuk):
            waar = f"na {citaat(stuk.tekst)}"
        else:
            niet.append(NietGeplaatst("los", stuk.deel if stuk.deel != "tekst" else waar, stuk.tekst))
    return Ingevuld(velden.portfolio(portfolio), tuple(niet))


def _uitgave_en_evl(kader: Raamwerk, stukken: list[Stuk]) -> tuple[Raamwerk, str]:
    """Return of which edition of the framework a form is, and of which EvL; it must be of this framework, in this version."""
    namen = {stuk.naam for stuk in stukken if isinstance(stuk, Wordveld)}
    evls = [evl for evl in kader.evls if f"afspraak {evl.code}" in namen]
    if not any(naam.startswith("afspraak EvL") for naam in namen):
        reden = "heeft geen velden van een formulier dat dit pakket maakte"
        raise OngeldigPortfolio.van([Bevinding("het bestand", "onleesbaar", reden)])
    regels = {vlak(stuk.tekst) for stuk in stukken if isinstance(stuk, Alinea)}
    uitgaven = tuple(vlak(voet(spreker(taal), kader)).replace(MET_ERRATA, "") for taal in SCHERMTALEN)
    voeten = [regel for regel in regels if regel.replace(MET_ERRATA, "").startswith(uitgaven)]
    if len(evls) != 1 or not voeten:
        reden = f"het formulier is van een ander raamwerk of een andere versie dan {kader}; lees het met zijn eigen raamwerk"
        raise OngeldigPortfolio.van([Bevinding("het bestand", "ander_raamwerk", reden)])
    return _in_uitgave(kader, verbeterd=any(MET_ERRATA in regel for regel in voeten)), evls[0].code


def _in_uitgave(kader: Raamwerk, *, verbeterd: bool) -> Raamwerk:
    """Return the framework with or without its errata corrected, as far as that is known."""
    if verbeterd == kader.versie.endswith(MET_ERRATA):
        return kader
    if verbeterd:
        return bouw(met_errata(kader.als_dict()))
    bron = kader.versie.removesuffix(MET_ERRATA)
    if bron in versies() and kader.kenmerk.vingerafdruk == laad(bron, errata=True).kenmerk.vingerafdruk:
        return laad(bron)
    return kader  # what was corrected in a framework of one's own it does not say


@attrs.define
class _Gelezen:
    """A piece that the form had already, as it stands there now."""

    soort: str
    code: str
    nummer: int
    tekst: str
    delen: dict[str, str] = attrs.Factory(dict[str, str])

    @property
    def naam(self) -> str:
        return f"{self.soort} {self.code}" + (f" {self.nummer}" if self.nummer else "")


class _Velden:
    """Takes the fields of a form one by one, and makes a portfolio of what was typed."""

    def __init__(self, kader: Raamwerk, dag: str | None) -> None:
        self._kader, self._dag = kader, dag
        self._kop = {"student": "", "datum": ""}
        self._nieuw: list[_Gelezen] = []
        self._stukken: list[_Gelezen] = []
        self._laatste: dict[str, _Gelezen | None] = {}
        """The piece that was read last by each name; `None` for one that was emptied."""
        self._fouten: list[Bevinding] = []

    def neem(self, veld: Wordveld) -> Iterator[NietGeplaatst]:
        """Take a field, and yield what of it cannot be taken; a field in which nobody typed is taken."""
        if alleen_daar := [f"U+{ord(teken):04X}" for teken in veld.tekst if unicodedata.category(teken) == "Co"]:
            yield NietGeplaatst("lettertype", veld.naam, " ".join(dict.fromkeys(alleen_daar)))
        if soort := self._neem(veld, schoon(veld.tekst, regels=True)):
            yield NietGeplaatst(soort, veld.naam, veld.tekst)

    def _neem(self, veld: Wordveld, tekst: str) -> Lossoort | None:
        """Take a field, or say why it cannot be taken."""
        vorm = _VELD.fullmatch(veld.naam)
        er_al = vorm is not None and vorm[3] is not None  # what somebody wrote: it may be called like an example
        if not tekst or ((veld.voorbeeld or not er_al) and tekst.casefold() in _VOORBEELDEN):
            if er_al:
                self._laatste.setdefault(veld.naam)
            return None
        if veld.voorbeeld:
            return "voorbeeld"
        if self._kop.get(veld.naam) == "":
            if veld.naam == "datum" and self._dag and dag_van_papier(tekst) is None:
                return "geen_dag"
            self._kop[veld.naam] = schoon(tekst)
            return None
        if _OP_HET_FORMULIER.fullmatch(veld.naam):
            return "geen_plaats"
        return "onbekend_veld" if vorm is None else self._neem_stuk(vorm, tekst)

    def _neem_stuk(self, vorm: re.Match[str], tekst: str) -> Lossoort | None:
        """Take a piece or a part of one, or say why it has no place."""
        soort, code, nummer, deel = vorm.groups()
        soorten: tuple[Codesoort, ...] = ("succescriterium",) if soort == "bewijs" else NOTITIECODES
        if not any(code in self._kader.register.bekend(een) for een in soorten):
            return "onbekend_veld"
        if nummer is None:
            self._nieuw.append(_Gelezen(soort, code, 0, tekst))
            return None
        stuk = _Gelezen(soort, code, int(nummer), tekst)
        if deel is None:
            self._stukken.append(stuk)
            self._laatste[stuk.naam] = stuk
            return None
        bij = self._laatste.get(stuk.naam)
        if bij is None:
            return "leeggemaakt" if stuk.naam in self._laatste else "onbekend_veld"
        if deel in bij.delen or (soort != "bewijs" and deel in _ALLEEN_BIJ_BEWIJS):
            return "onbekend_veld"
        bij.delen[deel] = tekst
        return None

    def portfolio(self, bestaand: Portfolio | None) -> Portfolio:
        """Return what was typed as a portfolio, or with what there was already."""
        student = self._student(bestaand)
        dag = self._dag or self._dag_in("Datum", self._kop["datum"])
        if dag is None and self._nieuw and not self._kop["datum"]:
            reden = "op het formulier staat geen datum; vul die in, of geef een dag op"
            self._fouten.append(Bevinding("Datum", "ontbreekt", reden))
        bewijs: list[tuple[int, Bewijs]] = []
        notities: list[tuple[int, Notitie]] = []
        for stuk in self._stukken:
            self._zet(stuk, self._dag_in(f"{stuk.naam} dag", stuk.delen.get("dag", "")), bewijs, notities)
        bewijs.sort(key=_NUMMER)
        notities.sort(key=_NUMMER)
        for stuk in self._nieuw:
            self._zet(stuk, dag, bewijs, notities)
        if self._fouten:
            raise OngeldigPortfolio.van(self._fouten)
        er_al, datum = bestaand or Portfolio(self._kader.kenmerk, student, Reeks()), dag
        if bestaand is not None:
            datum = max(filter(None, (bestaand.datum, dag)), default=None)
        return attrs.evolve(
            er_al,
            bewijs=_samen(er_al.bewijs, [een for _, een in bewijs]),
            notities=_samen(er_al.notities, [een for _, een in notities]),
            datum=datum,
        )

    def _student(self, bestaand: Portfolio | None) -> str:
        op_formulier = self._kop["student"]
        if bestaand is not None and op_formulier not in ("", bestaand.student):
            reden = f"het formulier is van {citaat(op_formulier)}, het portfolio van {citaat(bestaand.student)}"
            self._fouten.append(Bevinding("Student", "tegenspraak", reden))
        elif bestaand is None and not op_formulier:
            self._fouten.append(Bevinding("Student", "ontbreekt", "op het formulier staat geen naam; vul die in"))
        return op_formulier if bestaand is None else bestaand.student

    def _dag_in(self, veld: str, tekst: str) -> str | None:
        """Return the day that a field says; `None` where it says none."""
        if tekst and (dag := dag_van_papier(tekst)):
            return dag
        if tekst:
            reden = f"{citaat(tekst)} is geen datum; kies er een uit de kalender, of typ hem als 24-11-2026"
            self._fouten.append(Bevinding(veld, "verkeerde_vorm", reden))
        elif veld != "Datum":
            self._fouten.append(Bevinding(veld, "ontbreekt", "hier staat geen datum meer"))
        return None

    def _zet(
        self, stuk: _Gelezen, dag: str | None, bewijs: list[tuple[int, Bewijs]], notities: list[tuple[int, Notitie]]
    ) -> None:
        """Add a piece to the evidence or the notes; each line of what was typed under the evidence is a piece of its own."""
        if dag is None:  # a fault that was named
            return
        soort, rol, waar = (schoon(stuk.delen[deel]) if deel in stuk.delen else None for deel in DEELSOORTEN[1:])
        try:
            if stuk.soort != "bewijs":
                notitie = Notitie(stuk.code, cast("Notitiesoort", stuk.soort), stuk.tekst, dag, rol)
                notities.append((stuk.nummer, notitie))
                return
            regels = [schoon(stuk.tekst)] if stuk.nummer else filter(None, map(schoon, stuk.tekst.split("\n")))
            for titel in regels:
                is_adres = not stuk.nummer and titel.startswith(("https://", "http://")) and " " not in titel
                adres = titel if is_adres else waar
                bewijs.append((stuk.nummer, Bewijs(stuk.code, titel, dag, adres, rol, soort)))
        except OngeldigPortfolio as fout:
            self._fouten += [bevinding._replace(pad=stuk.naam) for bevinding in fout.bevindingen]


_NUMMER = operator.itemgetter(0)
_Een = TypeVar("_Een", bound=Regel)


def _samen(er_al: Reeks[_Een], erbij: list[_Een]) -> Reeks[_Een]:
    """Return what there was, and behind it what is new."""
    bekend = {*er_al}
    return Reeks([*er_al, *(een for een in erbij if een not in bekend)])


def dag_van_papier(tekst: str) -> str | None:
    """Return the day of a text as people write it on a form, ISO 8601; `None` where it is none.

    >>> dag_van_papier("24 november 2026"), dag_van_papier("1/9/2026"), dag_van_papier("volgende week")
    ('2026-11-24', '2026-09-01', None)
    """
    kaal = schoon(tekst).casefold()
    for taal in SCHERMTALEN:
        for nummer, maand in enumerate(spreker(taal)("maanden").casefold().split(), 1):
            kaal = re.sub(rf"(?<=\d) {maand} (?=\d)", f"-{nummer}-", kaal)
    dag = dag_van(kaal) or dag_van(re.sub("[/.]", "-", kaal), "dd-mm-jjjj")
    return dag.isoformat() if dag else None


def schoon(tekst: str, *, regels: bool = False) -> str:
    r"""Return a text as a portfolio may hold it: the same as the page makes of what is typed there.

    >>> schoon("  Le\u0301s\u200b  3\t"), schoon(" a\u00a0\r\n\n  b \n", regels=True)
    ('Lés 3', 'a \n\n  b')
    """
    delen = [
        "".join(filter(_mag, _WIT.sub(" ", regel)))
        for regel in re.split("\r\n?|\n", unicodedata.normalize("NFC", tekst))
    ]
    samen = "\n".join(delen) if regels else re.sub(" +", " ", " ".join(delen))
    return unicodedata.normalize("NFC", samen.strip(" \n"))


def _mag(teken: str) -> bool:
    return teken in _ZICHTBAAR or unicodedata.category(teken) not in _ONZICHTBAAR
