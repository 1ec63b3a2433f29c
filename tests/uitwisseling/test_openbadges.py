"""Open Badges: another library reads every alignment, and nothing is lost when JSON-LD is expanded."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any
from uuid import UUID

import pytest
from openbadgeslib.ob3.contexts import document_loader
from openbadgeslib.ob3.credential import Alignment
from pyld import jsonld

from conftest import RAAMWERKEN, met_inhoud
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.vijandig import vijandig

KADERS = {**RAAMWERKEN, "vijandig": vijandig()}
BASIS = "https://case.voorbeeld.nl/"
CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
SLEUTELS = {
    "type",
    "targetCode",
    "targetName",
    "targetDescription",
    "targetFramework",
    "targetType",
    "targetUrl",
}


@pytest.fixture(scope="module", params=KADERS)
def raamwerk(request: pytest.FixtureRequest) -> Raamwerk:
    return KADERS[str(request.param)]


def uitlijningen(kader: Raamwerk, **opties: Any) -> list[dict[str, Any]]:
    gelezen: list[dict[str, Any]] = json.loads(schrijf(kader, "openbadges", **{"base_uri": BASIS, **opties}))
    return gelezen


def alle_codes(kader: Raamwerk) -> list[str]:
    return [r.code for r in (*kader.leerlijnen, *kader.evls, *met_inhoud(kader), *kader.succescriteria)]


def test_another_library_reads_every_alignment(raamwerk: Raamwerk) -> None:
    for doel in uitlijningen(raamwerk, codes=alle_codes(raamwerk)):
        gelezen = Alignment.from_dict(doel)
        assert gelezen.to_dict() == {sleutel: waarde for sleutel, waarde in doel.items() if sleutel != "targetType"}


def test_the_other_library_refuses_one_without_url(kader: Raamwerk) -> None:
    doel = uitlijningen(kader, codes="WP1")[0]
    del doel["targetUrl"]
    with pytest.raises(Exception, match="targetUrl"):
        Alignment.from_dict(doel)


def test_expansion_keeps_every_key(raamwerk: Raamwerk) -> None:
    doelen = uitlijningen(raamwerk, codes=alle_codes(raamwerk))
    prestatie = {"@context": CONTEXT, "type": ["Achievement"], "alignment": doelen}
    (uit,) = jsonld.expand(prestatie, {"documentLoader": document_loader()})
    (sleutel,) = (naam for naam in uit if naam.endswith("#alignment"))
    assert len(uit[sleutel]) == len(doelen)
    for doel, breed in zip(doelen, uit[sleutel], strict=True):
        namen = {re.split(r"[#/@]", naam)[-1] for naam in breed}
        assert namen == doel.keys()
        assert namen in (SLEUTELS, SLEUTELS - {"targetDescription"})
        waarden = {re.split(r"[#/@]", naam)[-1]: waarde[0] for naam, waarde in breed.items()}
        assert waarden.get("targetDescription") == (
            {"@value": doel["targetDescription"]} if "targetDescription" in doel else None
        )


def test_what_no_library_checks(raamwerk: Raamwerk) -> None:
    for code, doel in zip(alle_codes(raamwerk), uitlijningen(raamwerk, codes=alle_codes(raamwerk)), strict=True):
        assert doel["type"] == ["Alignment"]
        assert doel["targetType"] == "CFItem"
        assert doel["targetFramework"] == f"{raamwerk.naam}, versie {raamwerk.versie}"
        begin, _, nummer = doel["targetUrl"].rpartition("/")
        assert begin == "https://case.voorbeeld.nl/ims/case/v1p0/CFItems"
        assert UUID(nummer) == raamwerk.uuid(code)
        assert UUID(nummer).version == 5
        assert doel["targetCode"] == code
        assert doel["targetName"].split(" ")[0] == code
        assert all(waarde for waarde in doel.values())


def test_without_codes_all_leeruitkomsten_and_criteria(raamwerk: Raamwerk) -> None:
    records = (*met_inhoud(raamwerk), *raamwerk.succescriteria)
    assert [(doel["targetCode"], doel.get("targetDescription", "")) for doel in uitlijningen(raamwerk)] == [
        (record.code, record.tekst) for record in records
    ]


def test_counts_of_the_packaged_framework(kader: Raamwerk) -> None:
    assert len(uitlijningen(kader)) == 16 + 101


def test_a_leerlijn_and_an_evl_are_described_by_their_leeruitkomsten(kader: Raamwerk) -> None:
    lijn, evl = uitlijningen(kader, codes=["WP", "EvL2"])
    assert lijn["targetName"] == "WP Pedagogische leerlijn"
    assert lijn["targetDescription"].splitlines() == [str(kader[f"WP{niveau}"]) for niveau in (1, 2, 3, 4)]
    assert evl["targetName"] == "EvL2 Verdiepingsfase"
    assert evl["targetDescription"].splitlines() == list(map(str, kader["EvL2"].leeruitkomsten))


def test_codes_in_the_order_in_which_they_are_asked_and_once(kader: Raamwerk) -> None:
    doelen = uitlijningen(kader, codes=(code for code in ("WP2.1a", "WP1", "WP2.1a")))
    assert [doel["targetCode"] for doel in doelen] == ["WP2.1a", "WP1"]
    assert uitlijningen(kader, codes=[]) == []


def test_edubadges_has_names_of_its_own(raamwerk: Raamwerk) -> None:
    codes = alle_codes(raamwerk)[:7]
    namen = {"target_name": "targetName", "target_url": "targetUrl", "target_description": "targetDescription", "target_framework": "targetFramework", "target_code": "targetCode"}  # fmt: skip
    for doel, gewoon in zip(
        uitlijningen(raamwerk, codes=codes, soort="edubadges"), uitlijningen(raamwerk, codes=codes), strict=True
    ):
        assert doel == {naam: gewoon[veld] for naam, veld in namen.items() if veld in gewoon}


@pytest.mark.parametrize(
    ("opties", "aantal"),
    [({}, 117), ({"codes": [f"WP{n}" for n in (1, 2, 3, 4)] + [f"WD{n}" for n in (1, 2, 3, 4)]}, 8)],
)
def test_edubadges_takes_seven_at_most(kader: Raamwerk, opties: dict[str, Any], aantal: int) -> None:
    with pytest.raises(
        ValueError, match=f"^een edubadge heeft ten hoogste 7 alignments, dit zijn er {aantal}; kies ze met codes=$"
    ) as fout:
        uitlijningen(kader, soort="edubadges", **opties)
    assert fout.value.soort == "past_niet"
    assert len(uitlijningen(kader, **opties)) == aantal


def test_the_uuid_as_code(kader: Raamwerk) -> None:
    (doel,) = uitlijningen(kader, codes="WP2", code="uuid")
    assert doel["targetCode"] == str(kader.uuid("WP2"))
    assert doel["targetUrl"].endswith(doel["targetCode"])
    with pytest.raises(ValueError, match="code: hier hoort 'human' of 'uuid', er staat 'kort'"):
        uitlijningen(kader, code="kort")


def test_unknown_codes_are_refused_all_together(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode, match=r"'WP22'.*\n'wp1' .* bedoelde je 'WP1'\?\n3 is geen leerlijn") as fout:
        uitlijningen(kader, codes=["WP22", "WP1", "wp1", 3])
    samen = (fout.value, *fout.value.verder)
    assert [(f.code, f.soort) for f in samen] == [("WP22", "onbekend"), ("wp1", "schrijfwijze"), (3, "onbekend")]


def test_rows_and_cells_are_no_items_of_case(kader: Raamwerk) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        uitlijningen(kader, codes=["WP.1", "WP1", "WP1.1", "WP22"])
    genoemd = [(deel.code, deel.soort) for deel in (fout.value, *fout.value.verder)]
    assert genoemd == [("WP.1", "ander_soort"), ("WP1.1", "ander_soort"), ("WP22", "onbekend")]


def test_a_web_address_is_needed(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match="openbadges heeft een webadres nodig; geef met base_uri="):
        schrijf(kader, "openbadges")


@pytest.mark.parametrize(
    "basis", ["https://x.nl", "https://x.nl/", "http://localhost:8080/a/b%20c", "https://x.nl/~a/"]
)
def test_web_addresses(kader: Raamwerk, basis: str) -> None:
    (doel,) = uitlijningen(kader, codes="WP1", base_uri=basis)
    assert doel["targetUrl"] == f"{basis.rstrip('/')}/ims/case/v1p0/CFItems/{kader.uuid('WP1')}"


@pytest.mark.parametrize(
    "basis",
    [
        "", "x.nl", "ftp://x.nl/", "javascript:alert(1)", "https://", "https:///x", "https://x.nl/a b", "https://x.nl/\n",
        "https://x.nl/<a>", 'https://x.nl/"', "https://x.nl/?q=", "https://x.nl/#", "https://x.nl#", "https://x.nl/%zz",
        "https://wie:wat@x.nl/", "https://é.nl/",
    ],
)  # fmt: skip
def test_what_is_no_start_of_a_web_address(kader: Raamwerk, basis: object) -> None:
    with pytest.raises(ValueError, match=r"base_uri=.* is geen begin van een webadres; geef iets als 'https://"):
        uitlijningen(kader, base_uri=basis)


def test_a_web_address_is_a_text(kader: Raamwerk) -> None:
    with pytest.raises(ValueError, match="base_uri: hier hoort een tekst, er staat 3"):
        uitlijningen(kader, base_uri=3)


@pytest.mark.parametrize("zaad", ["0", "1"])
def test_the_same_bytes_everywhere(kader: Raamwerk, zaad: str) -> None:
    vraag = (
        "import sys, leeruitkomsten as lu, leeruitkomsten.uitwisseling as u; "
        f"u.schrijf(lu.laad(), 'openbadges', sys.stdout.buffer, base_uri='{BASIS}')"
    )
    omgeving = {**os.environ, "PYTHONHASHSEED": zaad, "LC_ALL": "C", "PYTHONUTF8": "0"}
    elders = subprocess.run([sys.executable, "-c", vraag], capture_output=True, check=True, env=omgeving)
    assert elders.stdout == schrijf(kader, "openbadges", base_uri=BASIS)


def test_the_address_is_that_of_the_case_file_of_the_same_version(kader: Raamwerk) -> None:
    for versie in ("1.1", "1.0"):
        (doel,) = json.loads(schrijf(kader, "openbadges", base_uri="https://c.nl", versie=versie, codes="WP1"))
        items = json.loads(schrijf(kader, "case", base_uri="https://c.nl", versie=versie))["CFItems"]
        assert doel["targetUrl"] in [item["uri"] for item in items if item["humanCodingScheme"] == "WP1"]
    with pytest.raises(ValueError, match=r"versie: hier hoort '1\.0' of '1\.1', er staat '2'"):
        schrijf(kader, "openbadges", base_uri="https://c.nl", versie="2")
