"""What systems make of what they took in: each is given an export of ours, and gives what it would export itself.

They do what was seen in running systems, or stands in the source of their exporters: other order, other columns, entities rewritten,
short names cut, what they know no place for left out, ids of their own, and things of others beside ours.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from typing import Any

import openpyxl

from leeruitkomsten import Raamwerk
from leeruitkomsten.uitwisseling import schrijf

Rijen = list[list[str]]
MOODLE_KOP = [
    "Bovenliggend ID-nummer", "ID-nummer", "Korte naam", "Beschrijving", "Beschrijvingsformaat", "Schaalwaarden",
    "Schaalconfiguratie", "Regeltype", "Regeluitkomst", "Regelconfiguratie", "Gerelateerd", "Geëxporteerd ID", "Is framework",
    "Taxonomie",
]  # fmt: skip
CANVAS_KOP = [
    "canvas_id", "vendor_guid", "object_type", "title", "description", "display_name", "calculation_method", "calculation_int",
    "parent_guids", "workflow_state", "mastery_points", "ratings",
]  # fmt: skip


def rijen(inhoud: bytes, scheiding: str = ",") -> Rijen:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), ""), delimiter=scheiding))


def als_csv(regels: Rijen, scheiding: str = ",") -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding, lineterminator="\n").writerows(regels)
    return uit.getvalue().encode()


def genormaliseerd(html: str) -> str:
    """HTML as a sanitizer leaves it: entities that it need not keep become characters, and lines end between blocks."""
    for entiteit, teken in (("&#x27;", "'"), ("&quot;", '"')):
        html = html.replace(entiteit, teken)
    return html.replace("</p><", "</p>\n<").replace("<ul><", "<ul>\n<").replace("é", "&eacute;")


def moodle(kader: Raamwerk, **opties: Any) -> bytes:
    """Its own exporter: heads in the language of the site, rows in any order, cross-references on both sides."""
    _, raamwerk, *leden = rijen(schrijf(kader, "moodle", **opties), opties.get("scheiding", ","))
    verwant = {rij[1]: rij[10].split(",") if rij[10] else [] for rij in leden}
    for evl, uitkomsten in [*verwant.items()]:
        for uitkomst in uitkomsten:
            verwant[uitkomst] = [*verwant[uitkomst], evl]
    for nummer, rij in enumerate(leden, 100):
        rij[3], rij[9], rij[10:13] = genormaliseerd(rij[3]), "null", [",".join(verwant[rij[1]]), str(nummer), ""]
    random.Random(1).shuffle(leden)
    return als_csv([MOODLE_KOP, raamwerk, *leden])


def canvas(kader: Raamwerk, **opties: Any) -> bytes:
    """The report *Outcome Export* of an account, which has outcomes of others too, and points as its language writes them."""
    kop, *regels = (rij for rij in rijen(schrijf(kader, "canvas", **opties)))
    uit = [
        ["1", "elders", "group", "Van een ander", "", "", "", "", "", "active", ""],
        ["2", "canvas_outcome:2", "outcome", "WP1 Iets", "<p>x</p>", "", "highest", "", "elders", "active", "3"],
        ["3", "canvas_outcome:3", "outcome", "Los", "<p>x</p>", "", "highest", "", "", "active", "3"],
    ]
    for nummer, rij in enumerate(regels, 10):
        van = dict(zip(kop, rij, strict=False)) | {"canvas_id": str(nummer)}
        van["description"] = genormaliseerd(van["description"])
        cijfers = rij[kop.index("ratings") :]
        punten = [f"{cel},0" if plaats % 2 == 0 and cel else cel for plaats, cel in enumerate(cijfers)]
        uit.append([*(van.get(naam, "") for naam in CANVAS_KOP[:-1]), *punten])
    return als_csv([CANVAS_KOP, *sorted(uit, key=lambda rij: rij[2])])


def opencase(kader: Raamwerk) -> bytes:
    """Without extensions, in its wrapper, with addresses of its own, and items in another order."""
    pakket = json.loads(schrijf(kader, "case"))
    pakket["CFDocument"].pop("extensions", None)
    for item in pakket["CFItems"]:
        item |= {
            "uri": f"https://case.example.org/{item['identifier']}",
            "CFDocumentURI": {"title": "x", "identifier": "x"},
        }
        item.pop("CFItemTypeURI")
    pakket["CFItems"].reverse()
    pakket["CFAssociations"].reverse()
    return json.dumps({"CFPackage": pakket}, indent=1).encode()


def opensalt(kader: Raamwerk) -> bytes:
    """Version 1.0, with the texts of the document cut."""
    pakket = json.loads(schrijf(kader, "case", versie="1.0"))
    document = pakket["CFDocument"]
    document["title"] = document["title"][:120]
    document["description"] = document.get("description", "")[:300]
    document["adoptionStatus"] = "Draft"
    return json.dumps(pakket).encode()


def mahara(kader: Raamwerk, **opties: Any) -> bytes:
    """Ids of the database, and entities rewritten."""
    inhoud = json.loads(schrijf(kader, "mahara", **opties))
    raamwerk = inhoud["framework"]
    ids = {deel["elementid"]: nummer for nummer, deel in enumerate(raamwerk["standardelements"], 50)}
    for deel in raamwerk["standardelements"]:
        deel["elementid"] = ids[deel["elementid"]]
        if "parentelementid" in deel:
            deel["parentelementid"] = str(ids[deel["parentelementid"]])
    for deel in (*raamwerk["standards"], *raamwerk["standardelements"]):
        deel["description"] = genormaliseerd(deel["description"])
    return json.dumps(inhoud).encode()


def brightspace(kader: Raamwerk, *, criteria: str = "uitkomsten") -> bytes:
    """Outcome sets of its API: ours, and one of another."""

    def doel(code: str, tekst: str, onder: list[Any]) -> dict[str, Any]:
        return {
            "OutcomeId": f"id-{code}",
            "SourceType": "lores",
            "ShortCode": code,
            "Description": tekst,
            "Children": onder,
        }

    def heet(uitkomst: Any) -> str:
        return uitkomst.tekst or f"{kader.leerlijn(uitkomst.leerlijn).naam}, {kader.niveau(uitkomst.niveau).fase}"

    sets = [
        {"OutcomeSetId": 1, "Name": "Van een ander", "Outcomes": [doel("X", "Iets", [doel("X.1", "Anders", [])])]},
        {
            "OutcomeSetId": 7,
            "Name": kader.naam,
            "Outcomes": [
                doel(
                    lijn.code,
                    lijn.naam,
                    [
                        doel(
                            u.code,
                            heet(u),
                            [doel(c.code, c.tekst, []) for c in u.succescriteria if criteria == "uitkomsten"],
                        )
                        for u in lijn.leeruitkomsten
                        if not u.leeg
                    ],
                )
                for lijn in kader.leerlijnen
            ],
        },
    ]
    return json.dumps(sets).encode()


def platte_csv(kader: Raamwerk) -> bytes:
    """Sorted by another column, with columns in another order and one more, as a Dutch Excel saves it."""
    kop, *regels = rijen(schrijf(kader, "csv"))
    volgorde = [kop.index(naam) for naam in reversed(kop)]
    nieuw = [[rij[plaats] for plaats in volgorde] + ["van mij"] for rij in reversed(regels)]
    return b"\xef\xbb\xbf" + als_csv([[*reversed(kop), "opmerking"], *nieuw], ";")


def werkmap(kader: Raamwerk, wijzig: Callable[[Any], None] = lambda _: None) -> bytes:
    """The workbook, saved anew by another program; `wijzig` works in its list."""
    boek = openpyxl.load_workbook(io.BytesIO(schrijf(kader, "xlsx")))
    wijzig(boek["Alle criteria"])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


SYSTEMEN: dict[str, tuple[str, Callable[..., bytes]]] = {
    "moodle": ("moodle", moodle),
    "canvas": ("canvas", canvas),
    "opencase": ("case", opencase),
    "opensalt": ("case", opensalt),
    "mahara": ("mahara", mahara),
    "brightspace": ("brightspace", brightspace),
    "csv": ("csv", platte_csv),
    "xlsx": ("xlsx", werkmap),
}
"""By name: the format that it exports, and what makes that export."""
