"""What a new version of a framework takes over from the earlier one, and what it must say of the codes that it no longer has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import codes
from ..fouten import Bevinding, OngeldigeVraag, VerkeerdType
from ..vergelijking import vergelijk
from ..zinnen import citaat, opsomming
from .tabelregels import Einde

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..herkomst import Erratum
    from ..raamwerk import Raamwerk

_GEGEVEN = "opvolgers= (--opvolgers)"
_MEESTE_RIJEN = 5
"""So many new rows are named as one that may be an earlier one."""


def gegeven_einden(opvolgers: Mapping[str, Iterable[str]] | None) -> dict[str, Einde]:
    """Return the codes that ended as an argument says it.

    Raises:
        VerkeerdType: it is no mapping of codes to codes.
        OngeldigeVraag: one of them is no code.
    """
    einden: dict[str, Einde] = {}
    for code, volgers in dict(opvolgers or {}).items():
        if isinstance(volgers, str):
            raise VerkeerdType(
                f"opvolgers= heeft bij een code een lijst met codes, niet {citaat(volgers)}", {"opvolgers": opvolgers}
            )
        einden[code] = Einde(_GEGEVEN, tuple(volgers))
        for een in (code, *einden[code].opvolgers):
            if not codes.is_code(een):
                reden = f"opvolgers: hier hoort een code, zoals 'WP2.4a', er staat {citaat(een)}"
                raise OngeldigeVraag("ongeldige_waarde", reden, {"opvolgers": opvolgers})
    return einden


def samen(in_tabel: Mapping[str, Einde], gegeven: Mapping[str, Einde]) -> Iterator[Bevinding]:
    """Yield for which codes a table says another thing than an argument does."""
    for code, einde in gegeven.items():
        if code in in_tabel and in_tabel[code].opvolgers != einde.opvolgers:
            reden = f"bij {citaat(code)} staan hier andere opvolgers dan in {_GEGEVEN}"
            yield Bevinding(in_tabel[code].waar, "tegenspraak", reden)


def einde_fouten(einden: Mapping[str, Einde], nieuw: Raamwerk, vorige: Raamwerk | None) -> Iterator[Bevinding]:
    """Yield what is wrong with what is said of codes that ended, and which codes ended without a word of it."""
    eerder = {einde.code: einde for einde in vorige.vervallen} if vorige else {}
    for code, einde in einden.items():
        if code in nieuw:
            reden = f"{citaat(code)} staat nog in de tabel, en is dus niet vervallen"
            yield Bevinding(einde.waar, "bestaat_nog", reden)
        elif vorige and code not in vorige and code not in eerder:
            yield Bevinding(einde.waar, "bestaat_niet", f"{citaat(code)} staat niet in versie {vorige.versie}")
        for opvolger in einde.opvolgers:
            if opvolger not in nieuw and opvolger not in einden and opvolger not in eerder:
                reden = (
                    f"opvolger {citaat(opvolger)} van {citaat(code)} staat niet in de tabel en is ook niet vervallen"
                )
                yield Bevinding(einde.waar, "bestaat_niet", reden)
    weg = {code: tekst for code, tekst in _verdwenen(vorige, nieuw) if code not in einden} if vorige else {}
    if vorige and weg:
        fasen = {niveau.nummer: niveau.fase for niveau in nieuw.niveaus}
        for fase, (was, nu) in verschoven(vorige, fasen).items():
            raad = "codes blijven bij hun niveau: zet een nieuw niveau achteraan, of zeg van elke code wat erop volgt"
            yield Bevinding(
                f"niveau {citaat(fase)}", "verkeerde_plaats", f"dit was niveau {was}, en staat nu als {nu}; {raad}"
            )
        volgt = {str(w.oud): w.nieuw for w in vergelijk(vorige, nieuw) if w.oud != w.nieuw and w.nieuw}
        yield from _andere_rijnamen(weg, vorige, nieuw, volgt)
        for code, tekst in weg.items():
            yield _vraag(code, tekst, volgt.get(code))


def verschoven(vorige: Raamwerk, fasen: Mapping[int, str]) -> dict[str, tuple[int, int]]:
    """Return which niveaus have another number than in the earlier version, by their names: that number, and the new one."""
    nu = {fasen[nummer]: nummer for nummer in sorted(fasen, reverse=True)}
    was = {niveau.fase: niveau.nummer for niveau in reversed(vorige.niveaus)}
    return {fase: (was[fase], nu[fase]) for fase in reversed(was) if nu.get(fase, was[fase]) != was[fase]}


def _verdwenen(vorige: Raamwerk, nieuw: Raamwerk) -> Iterator[tuple[str, str]]:
    """Yield what an earlier version states and the new one does not: its code, and what it says.

    A niveau that is gone takes its leeruitkomsten along, empty ones too: another niveau of that number would have their codes.
    """
    over = len(nieuw.niveaus)
    for niveau in vorige.niveaus[over:]:
        yield f"EvL{niveau.nummer}", niveau.fase
    for lijn in vorige.leerlijnen:
        if lijn.code not in nieuw:
            yield lijn.code, lijn.naam
        for uitkomst in lijn.leeruitkomsten:
            if uitkomst.code not in nieuw and (uitkomst.niveau > over or not uitkomst.leeg):
                yield uitkomst.code, uitkomst.tekst
            for criterium in uitkomst.succescriteria:
                if criterium.code not in nieuw:
                    yield criterium.code, criterium.tekst


def _andere_rijnamen(
    weg: Mapping[str, str], vorige: Raamwerk, nieuw: Raamwerk, volgt: Mapping[str, str]
) -> Iterator[Bevinding]:
    """Ask, for each row that is gone under its name, whether a new row is that one: the row of equal or near texts, or any."""
    erbij = [rij for rij in nieuw.rijen if rij.naam and rij.code not in vorige]
    for rij in vorige.rijen:
        codes_weg = [c.code for cel in rij.cellen for c in cel if c.code in weg]
        if not rij.naam or rij.code in nieuw or not codes_weg:
            continue
        gelijk = {nieuw.succescriterium(volgt[code]).rij for code in codes_weg if code in volgt}
        anders = [nu for nu in erbij if nu.leerlijn == rij.leerlijn]
        anders = [nu for nu in anders if nu.code in gelijk] or anders
        if anders:
            namen = opsomming((nu.naam for nu in anders[:_MEESTE_RIJEN]), "of")
            raad = f"heet hij nu {namen}, zet daar dan {rij.nummer} in kolom 'rij': dan houdt hij zijn codes"
            yield Bevinding(f"rij {rij.code}", "ontbreekt", f"{citaat(rij.naam)} staat niet meer in de tabel; {raad}")


def _vraag(code: str, tekst: str, lijkt: str | None) -> Bevinding:
    """Ask what follows a code that is gone; a code of equal or near text is an example, and any other would be a guess."""
    voorbeeld = (
        f"bijvoorbeeld --opvolgers {citaat(f'{code}={lijkt}')}" if lijkt else f"--opvolgers {citaat(f'{code}=…')}"
    )
    reden = (
        f"{citaat(tekst or code)} staat niet meer in de tabel; zeg wat erop volgt, op een blad met de kolommen code, opvolgers en "
        f"reden, of met opvolgers= ({voorbeeld}; niets achter = is: geen opvolger)"
    )
    return Bevinding(f"code {code}", "ontbreekt", reden)


def errata_die_blijven(errata: Iterable[Erratum], nieuw: Raamwerk) -> tuple[list[Erratum], list[Erratum]]:
    """Return which known slips still stand in the texts, and which do not."""
    blijft: list[Erratum] = []
    weg: list[Erratum] = []
    bezet: dict[tuple[str, str], list[range]] = {}
    for erratum in errata:
        tekst = str(getattr(nieuw[erratum.code], erratum.veld)) if erratum.code in nieuw else ""
        begin = tekst.find(erratum.staat)
        plek = range(begin, begin + len(erratum.staat))
        eerder = bezet.setdefault((erratum.code, erratum.veld), [])
        vrij = all(plek.stop <= ander.start or ander.stop <= plek.start for ander in eerder)
        if tekst.count(erratum.staat) == 1 and vrij:
            eerder.append(plek)
            blijft.append(erratum)
        else:
            weg.append(erratum)
    return blijft, weg


def vervallen(einden: Mapping[str, Einde], vorige: Raamwerk | None, versie: str) -> list[dict[str, object]]:
    """Return the codes that ended as the file has them: those of the earlier version, and those that were said."""
    eerder = {einde.code: einde.als_dict() for einde in vorige.vervallen} if vorige else {}
    alle: dict[str, Any] = dict(eerder)
    for code, einde in einden.items():
        was = eerder.get(code)
        alle[code] = {
            "code": code,
            "opvolgers": [*einde.opvolgers],
            "sinds": einde.sinds or (was["sinds"] if was else versie),
            "reden": einde.reden or (was["reden"] if was else f"Vervallen in versie {versie}."),
        }
    return [*alle.values()]
