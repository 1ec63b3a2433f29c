"""Packages in the shapes that servers write: the fields of each, with content of our own."""

from __future__ import annotations

import random
import uuid
from typing import Any

Deel = dict[str, Any]
Knoop = tuple[Any, ...]
"""An item: its statement, other fields, and its children: `("text", {...}, [children])`; what is left out is empty."""


def nummer(tekst: str) -> str:
    """An identifier, the same for the same text."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, tekst))


def ergens(uit: Any, toeval: random.Random) -> tuple[Any, Any]:
    """A place anywhere in a package, to damage it there: what holds it, and its key in that."""
    deel = uit
    while True:
        plaats = toeval.choice([*(deel if isinstance(deel, dict) else range(len(deel)))])
        if not isinstance(deel[plaats], dict | list) or not deel[plaats] or toeval.random() < 0.2:
            return deel, plaats
        deel = deel[plaats]


def link(wat: str, tekst: str, host: str = "https://salt.example.org") -> Deel:
    return {"title": tekst, "identifier": nummer(tekst), "uri": f"{host}/ims/case/v1p0/{wat}/{nummer(tekst)}"}


def pakket(boom: list[Knoop], **document: Any) -> Deel:
    """The barest package: what CASE 1.0 demands and no more."""
    titel = document.get("title", "Engineering ladder")
    kop = {
        "identifier": nummer("document"), "uri": "https://x.example.org/d", "creator": "Workshop", "title": titel,
        "lastChangeDateTime": "2025-03-04T05:06:07+00:00",
    } | document  # fmt: skip
    items: list[Deel] = []
    banden: list[Deel] = []
    te_doen = [(knoop, "document", plaats) for plaats, knoop in enumerate(boom, 1)]
    for knoop, ouder, plaats in te_doen:
        tekst, velden, kinderen = (*knoop, *({}, [])[len(knoop) - 1 :])
        eigen = f"{ouder}/{plaats}"
        items.append(
            {
                "identifier": nummer(eigen),
                "uri": f"https://x.example.org/i/{nummer(eigen)}",
                "fullStatement": tekst,
                "lastChangeDateTime": "2025-03-04T05:06:07+00:00",
            }
            | velden
        )
        banden.append(
            {
                "identifier": nummer(f"{eigen}^"), "uri": "https://x.example.org/a", "associationType": "isChildOf",
                "sequenceNumber": plaats, "lastChangeDateTime": "2025-03-04T05:06:07+00:00",
                "originNodeURI": {"title": tekst, "identifier": nummer(eigen), "uri": "https://x.example.org/i"},
                "destinationNodeURI": {"title": "-", "identifier": nummer(ouder), "uri": "https://x.example.org/i"},
            }
        )  # fmt: skip
        te_doen += [(kind, eigen, nr) for nr, kind in enumerate(kinderen, 1)]
    return {"CFDocument": kop, "CFItems": items, "CFAssociations": banden}


def item(uit: Deel, tekst: str) -> Deel:
    """The item with this statement."""
    (gevonden,) = [deel for deel in uit["CFItems"] if deel["fullStatement"] == tekst]
    gevonden_: Deel = gevonden
    return gevonden_


def band(uit: Deel, soort: str, van: str, naar: str) -> None:
    """Add an association between two items by their statements; `naar` may be something outside."""
    binnen = [deel["identifier"] for deel in uit["CFItems"] if deel["fullStatement"] == naar]
    uit["CFAssociations"].append(
        {
            "identifier": nummer(f"{van} {soort} {naar}"), "uri": "https://x.example.org/a", "associationType": soort,
            "lastChangeDateTime": "2025-03-04T05:06:07+00:00",
            "originNodeURI": {"title": van, "identifier": item(uit, van)["identifier"], "uri": "https://x.example.org"},
            "destinationNodeURI": {"title": naar, "identifier": binnen[0] if binnen else nummer(naar), "uri": "https://x"},
        }
    )  # fmt: skip


VAARDIGHEDEN = [
    ("Craft", {"humanCodingScheme": "C.1"}, [("Writes small changes.", {"humanCodingScheme": "C.1.1"}), ("Reviews changes.", {"humanCodingScheme": "C.1.2"})]),
    ("Team", {"humanCodingScheme": "T.1"}, [("Asks for help.", {"humanCodingScheme": "T.1.1"})]),
]  # fmt: skip
"""Two layers: a heading, and what stands under it."""


def opensalt() -> Deel:
    """As OpenSALT writes it: 1.0, no version, empty texts, `CFDocumentURI` and `CFPackageURI`, no nulls."""
    uit = pakket(VAARDIGHEDEN, language="en", adoptionStatus="Draft", CFPackageURI=link("CFPackages", "p"),
                 officialSourceURL="https://ladder.example.org", subject=["Software"], subjectURI=[link("CFSubjects", "Software")],
                 licenseURI=link("CFLicenses", "CC BY 4.0"), description="What engineers do.\n\nWritten anew.")  # fmt: skip
    for deel in uit["CFItems"]:
        deel |= {
            "CFDocumentURI": link("CFDocuments", "document"), "abbreviatedStatement": "", "notes": "", "language": "en",
            "educationLevel": ["HE"], "listEnumeration": "1", "licenseURI": link("CFLicenses", "CC BY 4.0"),
        }  # fmt: skip
        if not deel["humanCodingScheme"].endswith(".1"):
            deel |= {"conceptKeywords": ["review"], "conceptKeywordsURI": link("CFConcepts", "review"), "notes": "See the guide."}  # fmt: skip
    for deel in uit["CFItems"][2:]:
        deel |= {"CFItemType": "Competency", "CFItemTypeURI": link("CFItemTypes", "Competency")}
    for deel in uit["CFAssociations"]:
        deel["CFDocumentURI"] = link("CFDocuments", "document")
    band(uit, "exactMatchOf", "Reviews changes.", "Elders")
    uit["CFDefinitions"] = {
        "CFConcepts": [{**link("CFConcepts", "review"), "keywords": "review", "hierarchyCode": "1"}],
        "CFSubjects": [{**link("CFSubjects", "Software"), "hierarchyCode": "1"}],
        "CFLicenses": [{**link("CFLicenses", "CC BY 4.0"), "licenseText": "You may share."}],
        "CFItemTypes": [{**link("CFItemTypes", "Competency"), "hierarchyCode": "1"}],
        "CFAssociationGroupings": [],
    }
    return uit


def compeito() -> Deel:
    """As compeito writes it: 1.1 in a wrapper, every key there with nulls, sequence numbers by tens, rubrics."""
    uit = pakket(VAARDIGHEDEN, language="eng", version="2025", publisher="Workshop", caseVersion=None, frameworkType=None,
                 statusEndDate=None, licenseURI=None, subject=None, subjectURI=None, notes=None)  # fmt: skip
    leeg = ("abbreviatedStatement", "conceptKeywords", "conceptKeywordsURI", "subject", "subjectURI", "CFItemType",
            "CFItemTypeURI", "licenseURI", "statusStartDate", "statusEndDate", "listEnumeration", "notes",
            "alternativeLabel", "extensions")  # fmt: skip
    for deel in uit["CFItems"]:
        deel |= {**dict.fromkeys(leeg), "language": "eng", "educationLevel": ["10", "11"]}
    for deel in uit["CFAssociations"]:
        deel |= {"sequenceNumber": deel["sequenceNumber"] * 10.0, "CFAssociationGroupingURI": None, "notes": None}
        deel["originNodeURI"]["targetType"] = None
    uit |= {"CFDefinitions": {"CFLicenses": []}, "CFRubrics": []}
    return {"CFPackage": uit}


def opencase() -> Deel:
    """As OpenCASE writes it: 1.1 in a wrapper, items without a type or code, the `uri` of its own server, milliseconds."""
    uit = pakket(VAARDIGHEDEN, caseVersion="1.1", language="en", lastChangeDateTime="2025-03-04T05:06:07.000Z")
    for deel in uit["CFItems"]:
        del deel["humanCodingScheme"]
        deel["CFDocumentURI"] = link("CFDocuments", "document")
    for deel in uit["CFAssociations"]:
        deel["CFDocumentURI"] = link("CFDocuments", "document")
    return {"CFPackage": uit}


LADDER = [
    ("Craft", {"CFItemType": "Skill"}, [
        ("Junior", {"CFItemType": "Level"}, [("Writes small changes.",), ("Asks before merging.",)]),
        ("Senior", {"CFItemType": "Level"}, [("Splits large changes.",)]),
    ]),
    ("Team", {"CFItemType": "Skill"}, [
        ("Junior", {"CFItemType": "Level"}, [("Asks for help.",)]),
        ("Medior", {"CFItemType": "Level"}, [("Helps others.",)]),
        ("Senior", {"CFItemType": "Level"}, [("Leads a team.",)]),
    ]),
]  # fmt: skip
"""Three layers of which the middle one names levels; one skill has no Medior."""


def rubrics() -> Deel:
    """A package of rubrics: the highest level first, as teachers write them, linked to items."""
    uit = pakket([("Craft",), ("Team",)])
    uit["CFRubrics"] = [
        {
            **{naam: deel[naam] for naam in ("identifier", "uri", "lastChangeDateTime")},
            "title": deel["fullStatement"],
            "description": f"About {deel['fullStatement']}",
            "CFRubricCriteria": [
                {
                    "identifier": nummer(f"{deel['fullStatement']}{n}"), "uri": "https://x", "position": n, "weight": 1.0,
                    "lastChangeDateTime": "2025-03-04T05:06:07Z", "category": f"Row {n}", "rubricId": deel["identifier"],
                    "CFItemURI": {"title": "-", "identifier": deel["identifier"], "uri": "https://x"},
                    "CFRubricCriterionLevels": [
                        {
                            "identifier": nummer(f"{deel['fullStatement']}{n}{naam}"), "uri": "https://x", "position": plaats,
                            "lastChangeDateTime": "2025-03-04T05:06:07Z", "quality": naam, "score": score,
                            "description": f"{deel['fullStatement']} {n} {naam}", "feedback": "Go on.",
                        }
                        for plaats, (naam, score) in enumerate((("Strong", 3.0), ("Sound", 2), ("Start", 1)), 1)
                    ],
                }
                for n in (1, 2)
            ],
        }
        for deel in uit["CFItems"]
    ]  # fmt: skip
    return uit
