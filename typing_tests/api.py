"""What type checkers believe of every public name; runs as a program too."""

from __future__ import annotations

from typing import Any, assert_type

import leeruitkomsten as lu
from leeruitkomsten import (
    Controles,
    EvL,
    Kenmerk,
    Leerlijn,
    Leeruitkomst,
    Migratie,
    Niveau,
    Overgang,
    Raamwerk,
    Reeks,
    Rij,
    Succescriterium,
    Treffer,
    Verdiepingen,
    Vergelijking,
    Verschil,
    plat,
)
from leeruitkomsten.plat import RaamwerkRegel

kader = lu.laad()
assert_type(kader, Raamwerk)
assert_type(lu.laad(errata=True), Raamwerk)
assert_type(lu.__version__, str)

assert_type(lu.leerlijn("WP"), Leerlijn)
assert_type(lu.niveau(1), Niveau)
assert_type(lu.leeruitkomst("WP2"), Leeruitkomst)
assert_type(lu.succescriterium("WP2.4a"), Succescriterium)
assert_type(lu.rij("WP.4"), Rij)
assert_type(lu.evl(2), EvL)
assert_type(lu.opbouw("WP3.4b"), Rij)
assert_type(lu.volgende("WP2"), Leeruitkomst | None)
assert_type(lu.vorige("WP2"), Leeruitkomst | None)

assert_type(lu.kies(), Reeks[Succescriterium])
assert_type(lu.kies(leerlijn="WP", niveau=[1, 2], rij={"WP.1"}), Reeks[Succescriterium])
assert_type(lu.kies(niveau=1)[0], Succescriterium)
assert_type(lu.zoek("feedback", niveau=2), Reeks[Treffer])
assert_type(lu.zoek("feedback")[0].fragmenten, tuple[str, ...])
assert_type(lu.verdieping("WP2", "WP3"), Verdiepingen)
assert_type(lu.verdieping(2, 3)[0].paren, tuple[tuple[Succescriterium, Succescriterium], ...])
assert_type(lu.verschil("WP2.6a", "WP3.6a"), Verschil)
assert_type(lu.controleer(["WP2"]), Controles)
assert_type(lu.records(), list[RaamwerkRegel])

assert_type(lu.ontleed("WP2.4a").niveau, int | None)
assert_type(lu.versies(), tuple[str, ...])
assert_type(lu.opvolgers("WP2"), tuple[str, ...])
assert_type(lu.schrijf(kader), bytes)
assert_type(lu.lees(lu.schrijf(kader)), Raamwerk)
assert_type(lu.vergelijk(kader, kader), Vergelijking)
assert_type(lu.vergelijk(kader, kader).oud, Kenmerk)
assert_type(lu.migreer(["WP2"], kader, kader), Migratie)
assert_type(lu.migreer([], kader, kader).mee, Reeks[Overgang])

assert_type(kader.niveau(1).begeleiding, str | None)
assert_type(kader.leerlijn("WP").rijen, Reeks[Rij])
assert_type(kader.rij("WP.4").cellen, tuple[Reeks[Succescriterium], ...])
assert_type(list(kader), list[str])
assert_type(sorted(kader.leeruitkomsten), list[Leeruitkomst])

fout = lu.OnbekendeCode("WP22", "leeruitkomst", ("WP2",))
assert_type(fout.suggesties, tuple[Any, ...])
verwacht: type[KeyError] = lu.OnbekendeCode

# What a code stands for is a union, and each of its kinds is told from the others.
ding = kader["WP2.4"]
assert_type(ding, Leerlijn | Leeruitkomst | Rij | Succescriterium | EvL | Reeks[Succescriterium])
if isinstance(ding, Reeks):
    assert_type(ding[0], Succescriterium)
elif isinstance(ding, Succescriterium):
    assert_type(ding.letter, str)

# Plain data have their keys.
assert_type(kader.als_dict(), plat.RaamwerkDict)
assert_type(kader.kenmerk.als_dict(), plat.KenmerkDict)
assert_type(lu.ontleed("WP2.4a").als_dict()["soort"], plat.Codesoort)
assert_type(lu.voortgang([]).als_dict()["per_evl"]["EvL1"], plat.StandDict)
assert_type(lu.voortgang([]).records(), list[plat.VoortgangRegel])
assert_type(lu.dekking({"A": "WP2"}).als_dict(), plat.DekkingDict)
assert_type(lu.dekking({"A": "WP2"}).records()[0]["module"], str | int | None)
assert_type(lu.verdieping(1, 2).als_dict(), plat.VerdiepingenDict)
assert_type(lu.verdieping(1, 2).records()[0]["paar"], str | None)
assert_type(lu.zoek("feedback")[0].records(), list[plat.TrefferRegel])
assert_type(lu.controleer("WP2").als_dict(), plat.ControlesDict)
assert_type(lu.controleer("WP2").hersteld().als_dict(), plat.HerstelDict)
assert_type(lu.vergelijk(kader, kader).als_dict(), plat.VergelijkingDict)
assert_type(lu.vergelijk(kader, kader).records(), list[plat.WijzigingRegel])
assert_type(lu.migreer([], kader, kader).records(), list[plat.MigratieRegel])
