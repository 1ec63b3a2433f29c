"""The report of a curriculum: what is covered and what is not, per module, in which order, and what covers nothing."""

from __future__ import annotations

from ..raamwerk import Raamwerk
from ..schermtaal import Spreek, schermtaal_van
from ..vragen.dekking import Dekking
from ..vragen.stand import Stand
from ._verslagdeel import Cel, Deel, Kolom, Verslag, per_uitkomst, punten


def verslag_van_dekking(raamwerk: Raamwerk, dekking: Dekking, zeg: Spreek) -> Verslag:
    """Return the report of what the modules of a curriculum cover."""
    aantal = len(dekking.gedekt_door)
    stand = Stand(aantal - len(dekking.ongedekt), aantal)
    geteld = [zeg("verslag.gedekt", modules=len(dekking.modules), **stand.als_dict())]
    if dekking.zonder_codes:
        geteld.append(zeg("verslag.zonder_codes", modules=", ".join(map(str, dekking.zonder_codes))))
    delen = [
        _overzicht(dekking, zeg),
        _modules(dekking, zeg),
        _per_module(dekking, zeg),
        _volgorde(raamwerk, dekking, zeg),
    ]
    delen.append(_criteria(dekking, zeg))
    if dekking.onbekend:
        geteld.append(zeg("verslag.codes_onbekend", aantal=len(dekking.onbekend)))
        delen.append(_onbekend(dekking, zeg))
    return Verslag(zeg("verslag.dekking"), (*geteld, zeg("verslag.geen_oordeel_dekking")), tuple(delen))


def _overzicht(dekking: Dekking, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("leeruitkomst"), 34, "tekst"),
        Kolom(zeg("verslag.gedekt_kop"), 11, "getal"),
        Kolom(zeg("verslag.van"), 7, "getal"),
        Kolom(zeg("verslag.ongedekt"), 48, "tekst"),
        Kolom(zeg("verslag.dubbel"), 48, "tekst"),
    )
    open_, standen, door = per_uitkomst(dekking.ongedekt), dekking.per_leeruitkomst, dekking.per_criterium
    dubbel = {
        code: tuple(punt._replace(bij=", ".join(map(str, door[punt.code]))) for punt in punten(criteria))
        for code, criteria in per_uitkomst(dekking.dubbel).items()
    }
    rijen = [
        (punten([u]), *standen[u.code], punten(open_.get(u.code, ())), dubbel.get(u.code, ()))
        for u in dekking.leeruitkomsten
    ]
    return Deel(zeg("verslag.overzicht"), kolommen, rijen)


def _modules(dekking: Dekking, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("verslag.nummer"), 6, "getal"),
        Kolom(zeg("verslag.module"), 40, "woord"),
        Kolom(zeg("succescriteria"), 16, "getal"),
        Kolom(zeg("verslag.alleen_hier"), 16, "getal"),
        Kolom(zeg("verslag.leeruitkomsten"), 60, "code"),
        Kolom(zeg("verslag.onbekend"), 16, "getal"),
    )
    rijen = [
        (r["nummer"], str(r["module"]), r["aantal"], r["alleen_hier"], r["leeruitkomsten"], r["onbekend"])
        for r in dekking.records("module")
    ]
    return Deel(zeg("verslag.modules"), kolommen, rijen)


def _per_module(dekking: Dekking, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("verslag.module"), 30, "woord"),
        Kolom(zeg("leeruitkomst"), 14, "code"),
        Kolom(zeg("succescriteria"), 100, "tekst"),
    )
    door = dekking.per_criterium
    rijen: list[tuple[Cel, ...]] = [
        (str(module), u.code, punten(criteria))
        for module in dekking.modules
        for u in dekking.leeruitkomsten
        if (criteria := [c for c in u.succescriteria if module in door[c.code]])
    ]
    return Deel(zeg("verslag.per_module"), kolommen, rijen)


def _volgorde(raamwerk: Raamwerk, dekking: Dekking, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("rij"), 9, "code"),
        Kolom(zeg("verslag.wat"), 22, "woord"),
        Kolom(zeg("verslag.verdieping"), 42, "tekst"),
        Kolom(zeg("verslag.in_module"), 18, "woord"),
        Kolom(zeg("verslag.basis"), 42, "tekst"),
        Kolom(zeg("verslag.in_module"), 18, "woord"),
        Kolom(zeg("verslag.diepte"), 14, "woord"),
    )
    soorten = {"omgekeerd": zeg("verslag.omgekeerd"), "zonder_basis": zeg("verslag.zonder_basis")}
    diepten = {"rij": zeg("verslag.op_rij"), "paar": zeg("verslag.op_paar")}
    plaats = {rij.code: nummer for nummer, rij in enumerate(raamwerk.rijen)}
    alle = sorted((*dekking.omgekeerd, *dekking.zonder_basis), key=lambda punt: plaats[punt.rij])
    rijen: list[tuple[Cel, ...]] = [
        (
            punt.rij,
            soorten[punt.soort],
            punten(raamwerk.register.staat_voor(punt.verdieping)),
            str(punt.module),
            punten(raamwerk.register.staat_voor(punt.basis)),
            "–" if punt.basismodule is None else str(punt.basismodule),
            diepten[punt.diepte],
        )
        for punt in alle
    ]
    return Deel(zeg("verslag.volgorde"), kolommen, rijen, zeg("verslag.paar_is_suggestie"))


def _criteria(dekking: Dekking, zeg: Spreek) -> Deel:
    kolommen = (
        Kolom(zeg("verslag.code"), 11, "code"),
        Kolom(zeg("vel.succescriterium"), 80, "tekst"),
        Kolom(zeg("verslag.aantal_modules"), 10, "getal"),
        Kolom(zeg("verslag.modules"), 46, "woord"),
    )
    door = dekking.per_criterium
    rijen: list[tuple[Cel, ...]] = [
        (c.code, c.tekst, len(door[c.code]), "\n".join(map(str, door[c.code])))
        for u in dekking.leeruitkomsten
        for c in u.succescriteria
    ]
    return Deel(zeg("succescriteria"), kolommen, rijen)


def _onbekend(dekking: Dekking, zeg: Spreek) -> Deel:
    kolommen = [
        Kolom(zeg("verslag.module"), 34, "woord"),
        Kolom(zeg("verslag.code"), 20, "woord"),
        Kolom(zeg("verslag.misschien"), 40, "code"),
    ]
    rijen: list[tuple[Cel, ...]] = [(str(k.module), k.code, ", ".join(k.suggesties)) for k in dekking.onbekend]
    if schermtaal_van(zeg) == "nl":  # reasons are said in Dutch alone
        kolommen.append(Kolom(zeg("verslag.reden"), 50, "woord"))
        rijen = [(*rij, k.reden) for rij, k in zip(rijen, dekking.onbekend, strict=True)]
    return Deel(zeg("verslag.onbekend"), tuple(kolommen), rijen)
