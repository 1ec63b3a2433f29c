"""What was counted with another framework, or another version or edition of it, is refused, with both named."""

from __future__ import annotations

import attrs
import pytest

import leeruitkomsten as lu
from leeruitkomsten import OngeldigeVraag, Raamwerk
from leeruitkomsten.zelfde import eis_zelfde
from test_vergelijking import raamwerk

BASIS = {"A1.1a": "Je leest.", "A1.2a": "Je telt.", "A2.1a": "Je rekent.", "A2.2a": "Je schrijft."}


def geweigerd(hier: Raamwerk, daar: Raamwerk, codes: list[str], niveau: int | None = None) -> OngeldigeVraag:
    """The error for a framework and a voortgang of another."""
    voortgang = daar.voortgang(codes, niveau)
    geteld = (*voortgang.leeruitkomsten, *voortgang.eerder, *voortgang.later)
    with pytest.raises(OngeldigeVraag) as fout:
        eis_zelfde(hier, voortgang.kenmerk, "voortgang", geteld)
    return fout.value


def test_the_framework_that_counted_is_the_same(elk: Raamwerk) -> None:
    for niveau in (None, *(n.nummer for n in elk.niveaus)):
        voortgang = elk.voortgang([criterium.code for criterium in elk.succescriteria], niveau)
        eis_zelfde(elk, voortgang.kenmerk, "voortgang", voortgang.leeruitkomsten)


def test_another_framework_is_named_and_its_codes_are_not() -> None:
    een, ander = raamwerk(BASIS), attrs.evolve(raamwerk(BASIS), sleutel="ander", naam="Ander kader")
    fout = geweigerd(een, ander, ["A1.1a"])
    assert str(fout).splitlines() == [
        "deze voortgang is van een ander raamwerk, of van een andere versie:",
        f"- de voortgang is van 'ander' (Ander kader, versie {ander.versie})",
        f"- hier is het '{een.sleutel}' ({een.naam}, versie {een.versie})",
    ]
    assert fout.soort == "ander_raamwerk"
    assert fout.gegevens == {"voortgang": ander.kenmerk, "raamwerk": een.kenmerk, "anders": []}


def test_another_version_is_named_and_its_codes_are_not() -> None:
    een = raamwerk(BASIS)
    fout = geweigerd(een, attrs.evolve(raamwerk(BASIS | {"A1.1a": "anders"}), versie="7.1"), [])
    assert ", versie 7.1)" in str(fout)
    assert len(str(fout).splitlines()) == 3


def anders(daar: dict[str, str], codes: list[str], niveau: int | None = None) -> list[str]:
    """What is said of an edition with the key and version of the basis, below the two that are named."""
    return str(geweigerd(raamwerk(BASIS), raamwerk(daar), codes, niveau)).splitlines()[3:]


GELIJK = "- de sleutel en de versie zijn gelijk, de inhoud is dat niet"


def test_of_two_editions_of_one_version_what_reads_differently_is_named() -> None:
    een = BASIS | {"A1.1a": "Je leest veel."}
    assert anders(een, []) == [GELIJK, "- luidt hier anders: A1.1a"]
    assert anders(een | {"A2.1a": "x"}, []) == [GELIJK, "- luiden hier anders: A1.1a, A2.1a"]
    assert anders(BASIS | {"A2.3a": "x"}, []) == [GELIJK, "- luidt hier anders: A2.3a"]


def test_only_what_was_counted_or_shown_can_be_named() -> None:
    daar = BASIS | {"A2.1a": "anders"}
    assert anders(daar, [], 1) == [GELIJK]
    assert anders(daar, ["A2.1a"], 1) == [GELIJK, "- luidt hier anders: A2.1a"]
    assert anders(daar, ["A1.1a"], 2) == [GELIJK, "- luidt hier anders: A2.1a"]


def test_a_leeruitkomst_that_reads_differently_is_named_too(klein: Raamwerk) -> None:
    *rest, lijn = klein.leerlijnen
    eerste = attrs.evolve(lijn.leeruitkomsten[0], tekst="iets anders")
    anders_ = attrs.evolve(lijn, leeruitkomsten=(eerste, *lijn.leeruitkomsten[1:]))
    ander = attrs.evolve(klein, leerlijnen=(*rest, anders_))
    assert str(geweigerd(klein, ander, [])).endswith(f"- luidt hier anders: {eerste.code}")


def test_errata_make_another_edition_of_the_same_version(kader: Raamwerk) -> None:
    met = lu.laad(errata=True)
    *_, versie, laatste = str(geweigerd(kader, met, [])).splitlines()
    codes = [c.code for c in kader.succescriteria if c.code in {erratum.code for erratum in kader.errata}]
    assert laatste == f"- luiden hier anders: {', '.join(codes)}"
    assert versie.endswith(", versie 1.0)")
    assert str(geweigerd(met, kader, [])).endswith(laatste)
