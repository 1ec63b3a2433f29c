"""Runs of a Word document: what it says, in which language and direction, and not a letter more or less."""

from __future__ import annotations

from typing import Any

import pytest

from leeruitkomsten import OngeldigeVraag, laad
from leeruitkomsten.schermtaal import Schermtaal
from leeruitkomsten.weergave import _woorden as woorden
from leeruitkomsten.weergave._runs import Woordtaal, begint_rechts


@pytest.mark.parametrize("soort", ["scherm", "naam", "tekst"])
def test_what_is_in_the_language_of_the_document_is_one_run_without_marks(soort: Any) -> None:
    taal = Woordtaal("nl", "nl")
    zin = taal.spreek("vel.fase", fase="Basis", nummer=2)
    assert taal.runs(zin, soort) == [("Basis (niveau 2)", "", False)]
    assert taal.runs("Basis", soort, " ") == [(" Basis", "", False)]
    assert taal.runs("", soort) == [("", "", False)]


@pytest.mark.parametrize(
    ("schermtaal", "taal", "runs"),
    [
        ("nl", "en", [("Basic", "en", False), (" (niveau 2)", "", False)]),
        ("en", "en", [("Unit of learning outcomes, level 2: Basic", "", False)]),
        ("en", "en-GB", [("Unit of learning outcomes, level 2: ", "", False), ("Basic", "en-GB", False)]),
        ("en", "ar", [("Unit of learning outcomes, level 2: ", "", False), ("Basic", "ar", False)]),
    ],
)
def test_a_piece_of_the_framework_in_a_sentence_is_a_run_of_its_own(
    schermtaal: Schermtaal, taal: str, runs: list[Any]
) -> None:
    woordtaal = Woordtaal(schermtaal, taal)
    zin = woordtaal.spreek("vel.fase", fase="Basic", nummer=2)
    assert woordtaal.runs(zin) == runs
    assert "".join(stuk for stuk, _, _ in runs) == zin


def test_a_name_runs_as_its_letters_do_and_a_text_as_its_language() -> None:
    taal = Woordtaal("en", "ar")
    assert taal.runs("C2+", "naam") == [("C2+", "ar", False)]
    assert taal.runs("C2+", "tekst", " ") == [(" C2+", "ar", True)]
    assert taal.runs("كتابة", "naam") == [("كتابة", "ar", True)]
    assert taal.runs("كتابة") == [("كتابة", "", False)]
    assert Woordtaal("en", "fr").runs("كتابة", "tekst") == [("كتابة", "fr", False)]


def test_a_sentence_in_a_sentence_keeps_its_pieces() -> None:
    taal = Woordtaal("en", "nl")
    kader = laad()
    zin = woorden.herkomst(taal.spreek, kader)
    assert zin == woorden.herkomst(taal.zeg, kader)
    assert [stuk for stuk, anders, _ in taal.runs(zin) if anders] == [
        kader.naam, kader.bron.titel, "; ".join(kader.bron.verwijzingen),
    ]  # fmt: skip


def test_neighbours_of_one_language_are_one_run() -> None:
    taal = Woordtaal("nl", "en")
    assert taal.runs(taal.spreek("vel.raamwerk", naam="Ladder", versie="1.0")) == [
        ("Ladder", "en", False),
        (", versie 1.0", "", False),
    ]


@pytest.mark.parametrize(
    ("tekst", "rechts"), [("", False), ("123 +", False), ("<é>", False), ("12 كتابة", True), ("(שלום) a", True)]
)
def test_the_first_letter_says_where_a_name_begins(tekst: str, rechts: bool) -> None:
    assert begint_rechts(tekst) is rechts


def test_another_language_is_refused() -> None:
    with pytest.raises(OngeldigeVraag, match="kies nl of en"):
        Woordtaal("fr", "nl")
