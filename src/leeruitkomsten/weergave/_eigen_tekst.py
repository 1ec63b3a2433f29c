"""Which text in a form of Word is ours, and which did somebody type: the form is made anew, and laid beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..bestanden.worddelen import Alinea, Stuk, Wordveld
from ..raamwerk import Raamwerk
from ..schermtaal import Schermtaal, spreker
from ._dossier import NOTITIESOORTEN
from ._stand import getoond
from ._woorden import fase, wie_regel
from ._word import formulier_docx


def vlak(tekst: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(tekst.split())


class EigenTekst:
    """What a form says itself, in the edition and the language of the screen that it has, with or without what was shown."""

    def __init__(self, kader: Raamwerk, code: str, stukken: Sequence[Stuk]) -> None:
        evl = kader.evl(code)
        teksten = {stuk.tekst for stuk in stukken if isinstance(stuk, Alinea)}
        taal: Schermtaal = "en" if spreker("en")("vel.bewijs") in teksten else "nl"
        self._zeg = spreker(taal)
        self._kader = kader
        self._koppen = [f"{self._zeg(f'vel.{soort}')}:" for soort in NOTITIESOORTEN]
        from ..bestanden.wordbestand import lees_word  # as late as can be: who draws reads nothing

        leeg = lees_word(formulier_docx(kader, evl.code, schermtaal=taal))
        self._eenmaal = Counter(vlak(stuk.tekst) for stuk in leeg if isinstance(stuk, Alinea))
        self._altijd = {*self._van_de_stand(), *_rollen(stukken)}
        van, tot = (re.escape(vlak(deel)) for deel in self._zeg("elders", codes="|").split("|"))
        self._elders = re.compile(f"{van} (.+){tot}")
        naam = re.escape(vlak(wie_regel(self._zeg, "|"))).replace(re.escape("|"), "(.+)")
        self._kop = re.compile(f"{naam} – {re.escape(vlak(f'{evl.code} {fase(self._zeg, evl)} {kader.naam}'))}")
        namen = [vlak(stuk.tekst) for stuk in stukken if isinstance(stuk, Wordveld) and stuk.naam == "student"]
        self._student = namen[0] if namen else ""

    def is_van_ons(self, alinea: Alinea) -> bool:
        """Say whether a paragraph outside the fields stood in the form when it was made; each of its lines may be there once."""
        tekst = vlak(alinea.tekst)
        if alinea.met_velden:
            for kop in self._koppen:
                tekst = tekst.removeprefix(kop)
            return not tekst.strip(", ")
        if self._eenmaal[tekst]:
            self._eenmaal[tekst] -= 1
            return True
        return tekst in self._altijd or self._noemt_codes(tekst) or self._noemt_student(tekst)

    def _van_de_stand(self) -> Iterator[str]:
        """Yield what a form says of what was shown, of any niveau that may be counted."""
        for niveau in (None, *(niveau.nummer for niveau in self._kader.niveaus)):
            yield vlak(getoond(self._kader, self._kader.voortgang([], niveau), self._zeg).legenda)
        yield f"● {self._zeg('aangetoond')}"
        yield f"○ {self._zeg('nog_aan_te_tonen')}"

    def _noemt_codes(self, tekst: str) -> bool:
        """Say whether this is the line with the criteria of other niveaus."""
        gevonden = self._elders.fullmatch(tekst)
        bekend = self._kader.register.bekend("succescriterium")
        return gevonden is not None and all(code in bekend for code in gevonden[1].split(", "))

    def _noemt_student(self, tekst: str) -> bool:
        """Say whether this is what stands above every page: the student, and perhaps the day on which the form was made."""
        gevonden = self._kop.fullmatch(tekst)
        if gevonden is None:
            return False
        naam, _, dag = gevonden[1].rpartition(", ")
        return self._student in (gevonden[1], naam if re.fullmatch(r"\d+ \S+ \d+", dag) else None)


def _rollen(stukken: Sequence[Stuk]) -> set[str]:
    """Return the names of who guides: what stands before their fields at the head, and again at the signatures."""
    voor: dict[str, set[str]] = {"begeleider": set(), "naam": set()}
    vorige = ""
    for stuk in stukken:
        if isinstance(stuk, Alinea):
            vorige = vlak(stuk.tekst)
        elif isinstance(stuk, Wordveld):
            voor.get(stuk.naam.partition(" ")[0], set()).add(vorige)
    return voor["begeleider"] & voor["naam"]
