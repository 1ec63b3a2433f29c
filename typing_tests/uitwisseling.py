"""What type checkers believe of `leeruitkomsten.uitwisseling`; runs as a program too."""

from __future__ import annotations

from typing import Any, Literal, assert_type

import leeruitkomsten as lu
from leeruitkomsten import uitwisseling
from leeruitkomsten.uitwisseling.opties import CaseVersie, Formaat, Itemsoort

kader = lu.laad()
versie: CaseVersie = "1.0"
schaal: list[str] = ["Nog niet aangetoond", "Deels", "Aangetoond"]

assert_type(uitwisseling.formaten(), tuple[Formaat, ...])
assert_type(uitwisseling.opties_van("case"), dict[str, Any])
for formaat in uitwisseling.formaten():
    if formaat != "openbadges":
        assert_type(uitwisseling.schrijf(kader, formaat), bytes)

assert_type(uitwisseling.schrijf(kader, "canvas", criteria="uitkomsten", schaal=schaal, aangetoond=schaal[1:]), bytes)
assert_type(uitwisseling.schrijf(kader, "canvas", soort="rubric-evl", schaal=("Nee", "Ja")), bytes)
assert_type(uitwisseling.schrijf(kader, "moodle", None, completion_rule="all", ruleoutcome=3, naamruimte="pabo"), bytes)
assert_type(uitwisseling.schrijf(kader, "moodle", **uitwisseling.lees_opties("moodle", ["scheiding=;"])), bytes)
assert_type(uitwisseling.schrijf(kader, "case", versie=versie, base_uri="https://case.voorbeeld.nl"), bytes)
assert_type(uitwisseling.schrijf(kader, "skos", base_uri=None), bytes)
assert_type(uitwisseling.schrijf(kader, "mahara", criteria="elementen", institution="pabo", selfassess=True), bytes)
assert_type(uitwisseling.schrijf(kader, "openbadges", base_uri="https://x.nl", codes={"WP1", "WP2"}), bytes)
assert_type(uitwisseling.schrijf(kader, "csv", scheiding=";", bom=True), bytes)
leesbaar: Literal["case"] = "case"
assert_type(uitwisseling.lees(uitwisseling.schrijf(kader, "case"), leesbaar), lu.Raamwerk)
typen: dict[str, Itemsoort] = {"Leerlijn": "leerlijn", "laag 3": "succescriterium"}
assert_type(uitwisseling.lees(uitwisseling.schrijf(kader, "case"), "case", typen=typen, naam="X"), lu.Raamwerk)
assert_type(uitwisseling.vergelijk(kader, uitwisseling.schrijf(kader, "case"), "case"), uitwisseling.Naloop)
assert_type(uitwisseling.vergelijk(kader, uitwisseling.schrijf(kader, "csv"), "csv")[:1], uitwisseling.Naloop)
assert_type(uitwisseling.vergelijk(kader, uitwisseling.schrijf(kader, "csv"), "csv").gelijk, bool)
