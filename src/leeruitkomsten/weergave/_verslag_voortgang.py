"""The report of one student: how many of how many, what was shown and what is still to be shown, and every criterium in a line."""

from __future__ import annotations

from ..schermtaal import Spreek
from ..vragen.stand import Stand
from ..vragen.voortgang import Voortgang
from ._verslagdeel import Deel, Kolom, Verslag, per_uitkomst, punten
from ._woorden import dag


def verslag_van_voortgang(voortgang: Voortgang, zeg: Spreek) -> Verslag:
    """Return the report of what one student has shown."""
    aantal = len(voortgang.aangetoond)
    stand = Stand(aantal, aantal + len(voortgang.nog_aan_te_tonen))
    wat = "" if voortgang.niveau is None else f" EvL{voortgang.niveau}"
    geteld = [zeg("verslag.aangetoond", **stand.als_dict())]
    if voortgang.tot:
        geteld.append(zeg("verslag.tot", dag=dag(zeg, voortgang.tot)))
    if voortgang.na_tot:
        geteld.append(zeg("verslag.na_tot", aantal=voortgang.na_tot))
    if elders := [*voortgang.eerder, *voortgang.later]:
        geteld.append(zeg("elders", codes=", ".join(criterium.code for criterium in elders)))
    return Verslag(
        zeg("verslag.voortgang") + wat,
        (*geteld, zeg("geen_oordeel")),
        (_overzicht(voortgang, zeg), _criteria(voortgang, zeg)),
    )


def _overzicht(voortgang: Voortgang, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("leeruitkomst"), 34, "tekst"),
        Kolom(zeg("verslag.aantal"), 9, "getal"),
        Kolom(zeg("verslag.van"), 7, "getal"),
        Kolom(zeg("aangetoond").capitalize(), 46, "tekst"),
        Kolom(zeg("nog_aan_te_tonen").capitalize(), 46, "tekst"),
    )
    aan, nog = per_uitkomst(voortgang.aangetoond), per_uitkomst(voortgang.nog_aan_te_tonen)
    standen = voortgang.per_leeruitkomst
    rijen = [
        (punten([u]), *standen[u.code], punten(aan.get(u.code, ())), punten(nog.get(u.code, ())))
        for u in voortgang.leeruitkomsten
    ]
    return Deel(zeg("verslag.overzicht"), kolommen, rijen)


def _criteria(voortgang: Voortgang, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("verslag.code"), 11, "code"),
        Kolom(zeg("vel.succescriterium"), 80, "tekst"),
        Kolom(zeg("leeruitkomst"), 14, "code"),
        Kolom(zeg("rij"), 9, "code"),
        Kolom(zeg("vel.kop_niveau"), 9, "getal"),
        Kolom(zeg("verslag.stand"), 22, "woord"),
    )
    woorden = {True: zeg("aangetoond"), False: zeg("nog_aan_te_tonen")}
    rijen = [
        (
            regel["criterium"],
            regel["tekst"],
            regel["leeruitkomst"],
            regel["rij"],
            regel["niveau"],
            woorden[regel["aangetoond"]] if regel["meegeteld"] else zeg("verslag.niet_meegeteld"),
        )
        for regel in voortgang.records()
    ]
    return Deel(zeg("succescriteria"), kolommen, rijen)
