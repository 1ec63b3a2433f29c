"""The words of the screen: complete in both languages, and none that nobody says."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import leeruitkomsten as lu
from leeruitkomsten.schermtaal import SCHERMTALEN, VAN_HET_RAAMWERK, WOORDEN, richting, spreker

PAKKET = Path(lu.__file__).parent


def delen(zin: str) -> set[str]:
    """What is filled in in a sentence."""
    return {naam for _, naam, _, _ in string.Formatter().parse(zin) if naam is not None}


@pytest.mark.parametrize("woord", WOORDEN)
def test_a_word_says_something_in_every_language_and_asks_the_same_in_each(woord: str) -> None:
    zinnen = WOORDEN[woord]
    assert len(zinnen) == len(SCHERMTALEN)
    assert all(zin and zin == zin.strip() and zin.isprintable() for zin in zinnen)
    assert len({frozenset(delen(zin)) for zin in zinnen}) == 1


def test_every_word_is_said_somewhere() -> None:
    """A word that no page, sheet or chart says is one too many."""
    bronnen = [
        pad for pad in PAKKET.rglob("*") if pad.suffix in {".py", ".html", ".xml", ".js"} and pad.stem != "schermtaal"
    ]
    gezegd = {woord for pad in bronnen for woord in re.findall(r"""["']([a-z_.]+)["']""", pad.read_text("utf-8"))}
    assert [woord for woord in WOORDEN if woord not in gezegd] == []


def test_every_word_that_is_said_is_in_the_table() -> None:
    bronnen = [pad for pad in PAKKET.rglob("*") if pad.suffix in {".py", ".html", ".xml", ".js"}]
    gezegd = {
        woord
        for pad in bronnen
        for woord in re.findall(r"""(?:spreek(?:Delen)?|zeg)\("([^"]+)\"""", pad.read_text("utf-8"))
    }
    assert gezegd - WOORDEN.keys() == set()
    assert len(gezegd) > 100


def test_what_is_a_text_of_a_framework_is_filled_in_somewhere() -> None:
    assert {deel for zinnen in WOORDEN.values() for deel in delen(zinnen[0])} >= VAN_HET_RAAMWERK


def test_no_word_says_of_what_does_not_come_back_that_it_lapsed() -> None:
    """A student who reads that bad behaviour "vervalt" may think that it need not be addressed any more."""
    van_niveaus = [
        zin
        for woord, zinnen in WOORDEN.items()
        for zin in zinnen
        if woord.startswith("pagina.") and woord != "pagina.vervallen"
    ]
    assert [zin for zin in van_niveaus if re.search("verval|doorgestreept|struck", zin, re.IGNORECASE)] == []
    assert WOORDEN["grafiek.vervallen"][1] == "not repeated"


def test_in_english_a_row_has_criteria_and_does_not_ask() -> None:
    """Nor does something count: what is meant is that it is counted, or not."""
    engels = " ".join(engels for _, engels in WOORDEN.values())
    assert re.findall(r"\b(?:asks?|asked|do not count|does not count|how many of how many)\b", engels) == []


def test_another_language_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(lu.OngeldigeVraag, match="kies nl of en, niet 'fr'") as gevangen:
        spreker("fr")
    assert (gevangen.value.soort, gevangen.value.gegevens) == ("onbekende_keuze", {"schermtaal": "fr"})


# The languages of ISO 639-3 that are Arabic (`ara`), but for two that are written in Latin letters: `acy` and `pga`.
ARABISCH = """
    aao abh abv acm acq acw acx adf aeb aec afb apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp shu ssh
""".split()  # noqa: SIM905  # quotes would hide the codes
# Of Iran, Afghanistan, Pakistan and the Kurds.
PERZISCH = "prs pes mzn glk lrc bqi luz sdh ckb bal skr khw pnb lah ps ur sd ks ug".split()  # noqa: SIM905  # quotes would hide the codes
ELDERS = ["pa-PK", "uz-AF", "az-IR", "AZ-ir", "kk-CN", "ku-IQ", "ky-CN", "tg-PK", "ms-CC"]


@pytest.mark.parametrize(
    "taal",
    [
        *(
            "ar",
            "he",
            "fa-IR",
            "ur",
            "az-Arab",
            "AR",
            "yi",
            "dv",
            "nqo",
            "rhg",
            "uz-arab-AF",
            "arq-x-y",
            "ar-u-nu-latn",
        ),
        *ARABISCH,
        *PERZISCH,
        *ELDERS,
    ],
)
def test_texts_from_right_to_left(taal: str) -> None:
    assert richting(taal) == "rtl"


@pytest.mark.parametrize(
    "taal",
    [
        "nl",
        "en-GB",
        "ar-Latn",
        "zh-Hant-TW",
        "ks-Deva",
        "arn",
        "acy",
        "pga",
        "uz-x-af",
        "nl-u-nu-arab",
        "en-x-arab",
        # The script says more than the region, and of most languages a region says nothing.
        "pa",
        "pa-IN",
        "pa-Guru-PK",
        "uz",
        "uz-UZ",
        "az-AZ",
        "sd-IN",
        "ug-KZ",
        "en-PK",
        "tr-IR",
    ],
)
def test_texts_from_left_to_right(taal: str) -> None:
    assert richting(taal) == "ltr"
