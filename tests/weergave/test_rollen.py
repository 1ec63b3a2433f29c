"""Roles: those of teacher education for the packaged framework, one for others, and any that somebody names."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from leeruitkomsten import OngeldigeVraag, Raamwerk, VerkeerdType, laad
from leeruitkomsten.schermtaal import Schermtaal
from leeruitkomsten.weergave._formulier import formulier
from leeruitkomsten.weergave._pagina import pagina
from leeruitkomsten.weergave._rollen import LANGSTE_ROL
from leeruitkomsten.weergave._word import formulier_docx
from weergave.bladen import boom, tekst


def op_papier(kader: Raamwerk, **opties: Any) -> tuple[list[str], list[str]]:
    """Who is asked at the head of a form after the date, and who signs after the student."""
    pagina = boom(formulier(kader, 1, **opties))
    kop, voet = (
        [tekst(th) for th in pagina.xpath(f"//table[@class='{soort}']/tbody//th")] for soort in ("gegevens", "tekenen")
    )
    return kop[3:], voet[1:]


def in_word(kader: Raamwerk, **opties: Any) -> tuple[list[str], list[str]]:
    """The same of the Word document."""
    gegevens, *_, tekenen = docx.Document(io.BytesIO(formulier_docx(kader, 1, **opties))).tables
    kop, voet = ([rij.cells[0].text for rij in tabel.rows] for tabel in (gegevens, tekenen))
    return kop[3:], voet[2:]


def test_a_page_offers_the_roles_of_its_framework(klein: Raamwerk) -> None:
    def aangeboden(kader: Raamwerk) -> list[str]:
        return boom(pagina(kader)).xpath("//datalist[@id='rollen']/option/@value")

    assert aangeboden(laad()) == ["Student", "Werkplekbegeleider", "Instituutsopleider"]
    assert aangeboden(klein) == ["Student", "Begeleider"]


@pytest.mark.parametrize("maak", [op_papier, in_word])
@pytest.mark.parametrize(
    ("taal", "verpakt", "ander"),
    [
        ("nl", ["Werkplekbegeleider", "Instituutsopleider"], ["Begeleider"]),
        ("en", ["Workplace supervisor", "Institute-based teacher educator"], ["Supervisor"]),
    ],
)
def test_the_roles_of_teacher_education_are_those_of_the_packaged_framework_only(
    maak: Any, taal: Schermtaal, verpakt: list[str], ander: list[str], klein: Raamwerk
) -> None:
    for kader in (laad(), laad(errata=True)):
        assert maak(kader, schermtaal=taal) == (verpakt, verpakt)
    assert maak(klein, schermtaal=taal) == (ander, ander)


@pytest.mark.parametrize("maak", [op_papier, in_word])
@pytest.mark.parametrize(
    "rollen",
    [[], ["Mentor"], ["Línea <b>", "Peer", "مشرف"], [f"Rol {n}" for n in range(20)], ["r" * LANGSTE_ROL]],
    ids=["none", "one", "odd", "many", "long"],
)
def test_any_number_of_own_roles_stand_as_they_were_given(maak: Any, rollen: list[str], kader: Raamwerk) -> None:
    for taal in ("nl", "en"):
        for vorm in (list, tuple, iter):
            assert maak(kader, rollen=vorm(rollen), schermtaal=taal) == (rollen, rollen)


@pytest.mark.parametrize("maak", [formulier, formulier_docx])
@pytest.mark.parametrize(
    ("rollen", "soort", "zin"),
    [
        ([""], "ongeldige_waarde", "rollen: een rol is leeg"),
        (["Mentor", " \t"], "ongeldige_waarde", "rollen: een rol is leeg"),
        (["Mentor", "Mentor"], "naam_bezet", "rollen: 'Mentor' staat er al"),
        (["Mentor", "MENTOR"], "naam_bezet", "rollen: 'MENTOR' staat er al"),
        (["student"], "naam_bezet", "rollen: 'student' staat er al"),
        (["Datum"], "naam_bezet", "rollen: 'Datum' staat er al"),
        (["r" * (LANGSTE_ROL + 1)], "ongeldige_waarde", "is langer dan 50 tekens"),
        (["twee\nregels"], "ongeldige_waarde", "rollen: het teken U+000A mag niet in een tekst staan"),
        ([" Mentor"], "ongeldige_waarde", "rollen: er staat een spatie te veel in ' Mentor'"),
    ],
)
def test_a_role_that_is_empty_or_there_already_is_refused(
    maak: Any, rollen: list[str], soort: str, zin: str, kader: Raamwerk
) -> None:
    with pytest.raises(OngeldigeVraag) as fout:
        maak(kader, 1, rollen=rollen)
    assert fout.value.soort == soort
    assert zin in str(fout.value)


def test_all_that_is_wrong_is_said_at_once(kader: Raamwerk) -> None:
    with pytest.raises(OngeldigeVraag) as fout:
        formulier(kader, 1, rollen=["", "Mentor", "mentor", "Datum"])
    assert [fout.value.reden, *(ander.reden for ander in fout.value.verder)] == [
        "rollen: een rol is leeg", "rollen: 'mentor' staat er al", "rollen: 'Datum' staat er al",
    ]  # fmt: skip


@pytest.mark.parametrize("maak", [formulier, formulier_docx])
@pytest.mark.parametrize("rollen", ["Mentor", 3, [3], [None], ["Mentor", b"Peer"]])
def test_what_is_no_row_of_texts_is_refused(maak: Any, rollen: Any, kader: Raamwerk) -> None:
    with pytest.raises(VerkeerdType, match="hier hoort een lijst met namen van rollen"):
        maak(kader, 1, rollen=rollen)
