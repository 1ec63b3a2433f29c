"""Options: from Python and from the command line the same bytes, whatever the format and the option."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import uitwisseling
from leeruitkomsten.cli import start
from leeruitkomsten.uitwisseling import formaten, lees_opties, opties_van, schrijf
from uitwisseling.test_schrijf import NODIG

KADER = RAAMWERKEN["klein"]
VAN_TEKST: dict[str, list[Any]] = {
    "base_uri": ["https://example.org/lu/"],
    "naamruimte": ["pabo"],
    "institution": ["hogeschool"],
    "schaal": [["Nee", "Ja, zeker"], ["Nee", "Deels", "Ja"]],
    "aangetoond": [["Aangetoond"]],
    "standaard": ["Aangetoond"],
    "pageNumber": [1],
    "codes": [["PED1.1a", "A2"], ["A2"]],
}
"""What an option may be whose type says no more than that it is a text, or a list of them."""
SAMEN: dict[tuple[str, str], dict[str, Any]] = {
    ("moodle", "ruleoutcome"): {"completion_rule": "all"},
    ("ooapi", "pageSize"): {"pageNumber": 1},
    ("openbadges", "soort"): {"codes": ["PED1.1a", "A2"]},
}
"""What must be asked as well."""
NIET = {("moodle", "schaal", "Ja, zeker")}
"""What a format refuses of these, rightly."""


def waarden(formaat: str, naam: str, soort: Any) -> Iterator[Any]:
    """Values that an option may have: all of a closed set, and those of `VAN_TEKST`."""
    if get_origin(soort) is Literal:
        yield from get_args(soort)
    elif get_origin(soort) in (Union, UnionType):
        yield from (None,) if type(None) in get_args(soort) and naam not in NODIG.get(formaat, {}) else ()
        for deel in get_args(soort):
            yield from waarden(formaat, naam, deel) if get_origin(deel) is Literal else ()
        yield from VAN_TEKST.get(naam, ())
    else:
        yield from (True, False) if soort is bool else VAN_TEKST[naam]


def als_tekst(waarde: Any) -> str:
    """What stands on the command line for a value."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ";".join(waarde) + ";" * (len(waarde) == 1)
    return {None: "", "\t": r"\t"}.get(waarde, str(waarde))


def vragen(formaat: str) -> Iterator[dict[str, Any]]:
    """Every option of a format with each of its values, and what it cannot do without."""
    module = uitwisseling._module(formaat)
    soorten = get_type_hints(module.schrijf)
    for naam in opties_van(formaat):
        for waarde in waarden(formaat, naam, soorten[naam]):
            bij = [soort for soort, namen in getattr(module, "SOORTEN", {}).items() if naam in namen]
            if not any((formaat, naam, deel) in NIET for deel in (waarde if isinstance(waarde, list) else ())):
                yield {
                    **NODIG.get(formaat, {}),
                    **SAMEN.get((formaat, naam), {}),
                    **({"soort": bij[-1]} if bij else {}),
                    naam: waarde,
                }


@pytest.mark.parametrize("formaat", formaten())
def test_python_and_the_command_line_give_the_same_bytes(
    formaat: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    lu.schrijf(KADER, "eigen.json")
    gevraagd = [*vragen(formaat)]
    assert {naam for opties in gevraagd for naam in opties} == {*opties_van(formaat)}
    for opties in gevraagd:
        geschreven = [deel for naam, waarde in opties.items() for deel in ("--optie", f"{naam}={als_tekst(waarde)}")]
        assert start(["exporteer", formaat, "--raamwerk", "eigen.json", *geschreven]) == 0, opties
        assert capfdbinary.readouterr().out == schrijf(KADER, formaat, **opties), opties


@pytest.mark.parametrize(
    ("formaat", "regels", "opties"),
    [
        ("csv", ["bom=TRUE", "scheiding=;"], {"bom": True, "scheiding": ";"}),
        ("csv", ["bom=False", "scheiding=tab"], {"bom": False, "scheiding": "\t"}),
        ("csv", ["bom=Nee", "scheiding=\t"], {"bom": False, "scheiding": "\t"}),
        ("moodle", ["completion_rule=all", "ruleoutcome=3"], {"completion_rule": "all", "ruleoutcome": 3}),
        ("moodle", ["completion_rule=", "naamruimte="], {"completion_rule": None, "naamruimte": None}),
        ("moodle", ["naamruimte=tab", "standaard=Aangetoond"], {"naamruimte": "tab", "standaard": "Aangetoond"}),
        ("moodle", ["naamruimte=1"], {"naamruimte": "1"}),
        ("moodle", ["naamruimte=ja"], {"naamruimte": "ja"}),
        ("canvas", ["schaal=Nee, Ja ,"], {"schaal": ("Nee", "Ja")}),
        ("canvas", ["schaal=a, b;c"], {"schaal": ("a, b", "c")}),
        ("canvas", ["schaal="], {"schaal": ()}),
        ("case", ["versie=1.0"], {"versie": "1.0"}),
        ("openbadges", ["base_uri=https://a.nl/?", "codes=WP1"], None),
        (
            "openbadges",
            ["base_uri=https://a.nl/", "codes=WP1,WD2"],
            {"base_uri": "https://a.nl/", "codes": ("WP1", "WD2")},
        ),
    ],
)
def test_a_text_means_what_its_type_says(formaat: Any, regels: list[str], opties: dict[str, Any] | None) -> None:
    if opties is None:
        with pytest.raises(lu.OngeldigeVraag, match="base_uri"):
            lees_opties(formaat, regels)
    else:
        assert lees_opties(formaat, regels) == opties


def test_what_is_needed_is_asked_with_the_rest() -> None:
    with pytest.raises(lu.OngeldigeVraag) as fout:
        lees_opties("openbadges", ["kleur=rood", "code=x", "y"])
    assert [f.soort for f in (fout.value, *fout.value.verder)] == [
        "ongeldige_waarde", "onbekende_optie", "onbekende_keuze", "ontbrekende_optie",
    ]  # fmt: skip


def test_options_that_mean_the_same_have_one_type_everywhere() -> None:
    """One idea, one name, one type; what differs per format is a closed set of its own."""
    per_naam: dict[str, set[Any]] = {}
    for formaat in formaten():
        for naam, soort in get_type_hints(uitwisseling._module(formaat).schrijf).items():
            if naam not in ("raamwerk", "return") and get_origin(soort) is not Literal:
                # That an option must be given is no other type.
                per_naam.setdefault(naam, set()).add(frozenset(get_args(soort) or (soort,)) - {type(None)})
    assert {naam: soorten for naam, soorten in per_naam.items() if len(soorten) > 1} == {}


def test_an_option_that_there_is_not_brings_the_one_that_is_meant() -> None:
    with pytest.raises(
        lu.OngeldigeVraag, match=r"csv kent de optie 'scheidng' niet; bedoelde je 'scheiding'\? Wel: scheiding, bom$"
    ):
        uitwisseling.schrijf(lu.laad(), "csv", scheidng=";")  # type: ignore[call-overload]
