"""Plain data by name: every answer is exactly of its `TypedDict`, as pydantic and FastAPI see it."""

from __future__ import annotations

import asyncio
import inspect
import json
import pickle
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_type_hints

import httpx
import pandas as pd
import pytest
from fastapi import FastAPI
from pydantic import ConfigDict, TypeAdapter
from typing_extensions import is_typeddict

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import Raamwerk, cohort, plat, uitwisseling
from leeruitkomsten.record import Record, Reeks

Maker = Callable[[Raamwerk], Any]


def criterium(kader: Raamwerk) -> str:
    return kader.succescriteria[0].code


def laatste(kader: Raamwerk) -> str:
    return kader.succescriteria[-1].code


def voortgang(kader: Raamwerk) -> lu.Voortgang:
    return kader.voortgang([criterium(kader), laatste(kader)], 1)


def groei(kader: Raamwerk) -> lu.Groei:
    return kader.groei(portfolio(kader), tot="2026-02-03")


def dekking(kader: Raamwerk) -> lu.Dekking:
    hoog, laag = laatste(kader), kader.opbouw(laatste(kader)).code
    return kader.dekking({"A": [hoog, "XX1"], 2: [laag, criterium(kader), None]})


def ander(kader: Raamwerk) -> Raamwerk:
    """The same framework with another first text, without its last criterium, and with a new name."""
    gegevens: Any = kader.als_dict()
    uitkomsten = [u for lijn in gegevens["leerlijnen"] for u in lijn["leeruitkomsten"]]
    uitkomsten[0]["succescriteria"][0]["tekst"] += " Echt."
    gegevens["naam"] += " (nieuw)"
    return lu.lees(json.dumps(gegevens).encode())


def naloop(kader: Raamwerk) -> uitwisseling.Naloop:
    return uitwisseling.vergelijk(kader, uitwisseling.schrijf(ander(kader), "case"), "case")


def portfolio(kader: Raamwerk) -> lu.Portfolio:
    return lu.Portfolio(kader.kenmerk, "s1", Reeks([lu.Bewijs(criterium(kader), "les 3", "2026-01-02")]))


def controles(kader: Raamwerk) -> lu.Controles:
    eerste = criterium(kader)
    return kader.controleer(
        [eerste, eerste.lower(), f"{eerste}, {laatste(kader)}", "XX9.9z", 3, 1.5, None]
    )  # all that may come


def hersteld(kader: Raamwerk) -> lu.Herstel:
    return controles(kader).hersteld()


def weggelaten(kader: Raamwerk) -> cohort.Weggelaten:
    regels = [{"student": 1, "criterium": code} for code in (criterium(kader), "weg", None)]
    return cohort.tel(regels, per="student", raamwerk=kader, onbekend="apart").weggelaten


def zoek(kader: Raamwerk) -> Reeks[lu.Treffer]:
    return kader.zoek(kader.succescriteria[0].tekst)


def aandachtspunt(kader: Raamwerk) -> lu.Aandachtspunt:
    eerste, hoger = next((cellen[0], cellen[1]) for r in kader.rijen if len(cellen := [c for c in r.cellen if c]) > 1)
    return kader.dekking({"A": hoger[0].code, "B": eerste[0].code}).omgekeerd[0]


UITKOMSTEN: list[tuple[Maker, Any, Any]] = [
    (lambda k: k, plat.RaamwerkDict, plat.RaamwerkRegel),
    (lambda k: k.kenmerk, plat.KenmerkDict, plat.KenmerkDict),
    (lambda k: k.niveaus[0], plat.NiveauDict, plat.NiveauRegel),
    (lambda k: k.succescriteria[0], plat.SuccescriteriumDict, plat.CriteriumRegel),
    (lambda k: k.leeruitkomsten[0], plat.LeeruitkomstDict, plat.LeeruitkomstRegel),
    (lambda k: k.leerlijnen[0], plat.LeerlijnDict, plat.LeeruitkomstRegel),
    (lambda k: k.rijen[0], plat.RijDict, plat.RijRegel),
    (lambda k: k.evls[0], plat.EvLDict, plat.LeeruitkomstRegel),
    (lambda k: k.bron, plat.BronDict, plat.BronRegel),
    (weggelaten, plat.WeggelatenDict, plat.WeggelatenRegel),
    (voortgang, plat.VoortgangDict, plat.VoortgangRegel),
    (groei, plat.GroeiDict, plat.GroeistapRegel),
    (lambda k: groei(k)[0], plat.GroeistapDict, plat.GroeistapRegel),
    (dekking, plat.DekkingDict, plat.DekkingRegel),
    (lambda k: dekking(k).volgorde[0], plat.RijvolgordeDict, plat.RijvolgordeRegel),
    (aandachtspunt, plat.AandachtspuntDict, plat.AandachtspuntDict),
    (lambda k: dekking(k).onbekend[0], plat.OnbekendeKoppelingDict, plat.OnbekendeKoppelingRegel),
    (lambda k: k.verdieping(1, 2), plat.VerdiepingenDict, plat.VerdiepingRegel),
    (lambda k: k.verdieping(1, 2)[0], plat.VerdiepingDict, plat.VerdiepingRegel),
    (lambda k: k.verschil(criterium(k), laatste(k)), plat.VerschilDict, plat.VerschilRegel),
    (lambda k: zoek(k)[0], plat.TrefferDict, plat.TrefferRegel),
    (controles, plat.ControlesDict, plat.ControleRegel),
    (lambda k: controles(k)[2], plat.ControleDict, plat.ControleRegel),
    (hersteld, plat.HerstelDict, plat.ReparatieDict),
    (lambda k: lu.vergelijk(k, ander(k)), plat.VergelijkingDict, plat.WijzigingRegel),
    (lambda k: lu.vergelijk(k, ander(k))[0], plat.WijzigingDict, plat.WijzigingRegel),
    (lambda k: lu.migreer(list(k), k, ander(k)), plat.MigratieDict, plat.MigratieRegel),
    (lambda k: lu.migreer(list(k), k, ander(k)).mee[0], plat.OvergangDict, plat.OvergangRegel),
    (naloop, plat.NaloopDict, plat.AfwijkingRegel),
    (lambda k: naloop(k)[0], plat.AfwijkingDict, plat.AfwijkingRegel),
    (portfolio, plat.PortfolioDict, plat.BewijsRegel),
    (lambda k: portfolio(k).bewijs[0], plat.BewijsDict, plat.BewijsDict),
]
NAMEN = [vorm.__name__ for _, vorm, _ in UITKOMSTEN]


def streng(soort: Any) -> TypeAdapter[Any]:
    """What takes plain data of this type, and nothing that is more, less or anything else."""
    for vorm in (naam for naam in vars(plat).values() if is_typeddict(naam)):
        vorm.__pydantic_config__ = ConfigDict(strict=True, extra="forbid")
    return TypeAdapter(soort)


KADERS = ("verpakt", "klein", "groot", "breed")


@pytest.mark.parametrize("welk", KADERS)
@pytest.mark.parametrize(("maak", "vorm", "regel"), UITKOMSTEN, ids=NAMEN)
def test_an_answer_is_exactly_what_its_type_says(welk: str, maak: Maker, vorm: Any, regel: Any) -> None:
    uitkomst = maak(RAAMWERKEN[welk])
    gegevens = uitkomst.als_dict()
    assert streng(vorm).validate_python(gegevens) == gegevens
    assert streng(vorm).validate_json(json.dumps(gegevens)) == gegevens
    regels = uitkomst.records()
    assert streng(list[regel]).validate_python(regels) == regels
    assert regels
    assert json.loads(json.dumps(regels)) == regels
    kolommen = list(get_type_hints(regel))
    assert all(list(een) == kolommen for een in regels)
    assert list(pd.DataFrame(regels)) == kolommen
    assert not set(kolommen) & {"succescriterium", "nummer"}, "a code stands under the name of what it is of"


def test_where_a_framework_comes_from_is_what_its_type_says(elk: Raamwerk) -> None:
    ended = lu.Vervallen("WP9", ("WP1", "WP2"), "2.0", "gesplitst")
    for vorm, regel, records in (
        (plat.NootDict, plat.NootDict, elk.inleiding),
        (plat.ErratumDict, plat.ErratumDict, elk.errata),
        (plat.VervallenDict, plat.VervallenRegel, (ended, *elk.vervallen)),
        (plat.RijnaamDict, plat.RijnaamDict, [naam for lijn in elk.leerlijnen for naam in lijn.rijnamen]),
    ):
        for record in records:
            assert streng(vorm).validate_python(record.als_dict()) == record.als_dict()
            assert streng(list[regel]).validate_python(record.records()) == record.records()


def test_what_is_no_record_is_plain_data_too() -> None:
    assert streng(plat.CodeDict).validate_python(lu.ontleed("WP2.4a").als_dict())
    assert streng(plat.StandDict).validate_python(lu.Stand(1, 4).als_dict()) == {"aantal": 1, "totaal": 4}
    bevinding = lu.Bevinding("naam", "ontbreekt", "deze sleutel ontbreekt")
    assert streng(plat.BevindingDict).validate_python(bevinding.als_dict()) == bevinding._asdict()
    cel: Any = lu.laad()["WP2.4"]
    assert cel.als_dict() == {"regels": [c.als_dict() for c in cel]}
    assert streng(plat.CelDict).validate_python(cel.als_dict())


def attributen(ding: object) -> Iterator[tuple[str, Any]]:
    for naam in dir(ding):
        if naam[0] != "_" and naam != "register":
            waarde = getattr(ding, naam, None)  # a leerlijn is part of no other
            if not inspect.isroutine(waarde):
                yield naam, waarde


@pytest.mark.parametrize(("maak", "vorm", "regel"), UITKOMSTEN, ids=NAMEN)
def test_everything_in_an_answer_can_be_stored(kader: Raamwerk, maak: Maker, vorm: Any, regel: Any) -> None:
    uitkomst = maak(kader)
    for naam, waarde in attributen(uitkomst):
        assert pickle.loads(pickle.dumps(waarde)) == waarde, naam
    assert pickle.loads(pickle.dumps(uitkomst)) == uitkomst


@pytest.mark.usefixtures("eigen_lus")
def test_an_api_answers_with_them_and_says_what_it_answers() -> None:
    app = FastAPI()

    @app.get("/criteria", response_model=list[plat.RaamwerkRegel])
    def criteria() -> Any:
        return lu.records()

    @app.get("/voortgang", response_model=plat.VoortgangDict)
    def stand(code: str) -> Any:
        return lu.voortgang(code).als_dict()

    @app.get("/errata", response_model=plat.VergelijkingDict)
    def errata() -> Any:
        return lu.vergelijk(lu.laad(), lu.laad(errata=True)).als_dict()

    def vraag(adres: str) -> Any:
        async def stel() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://api") as bezoeker:
                return await bezoeker.get(adres)

        return asyncio.run(stel()).json()

    assert vraag("/criteria") == lu.records()
    assert vraag("/voortgang?code=WP1.1a") == lu.voortgang("WP1.1a").als_dict()
    assert len(vraag("/errata")["regels"]) == 4
    schemas = vraag("/openapi.json")["components"]["schemas"]
    assert {"RaamwerkRegel", "VoortgangDict", "StandDict", "VergelijkingDict", "WijzigingDict", "KenmerkDict"} <= set(
        schemas
    )
    assert list(schemas["RaamwerkRegel"]["properties"]) == list(lu.records()[0])
    assert schemas["RaamwerkRegel"]["required"] == list(lu.records()[0])
    assert schemas["WijzigingDict"]["properties"]["soort"]["enum"] == list(get_args(plat.Wijzigingsoort))


def test_every_record_has_its_dict() -> None:
    records = {
        naam for naam in lu.__all__ if inspect.isclass(getattr(lu, naam)) and issubclass(getattr(lu, naam), Record)
    }
    assert {f"{naam}Dict" for naam in records} <= set(vars(plat))
