"""SKOS: rdflib reads it back, skosify has no remarks, and both syntaxes say the same."""

from __future__ import annotations

import functools
import itertools
import logging
import os
import subprocess
import sys
from typing import Any

import attrs
import pytest
import skosify
from rdflib import DCTERMS, OWL, RDF, SKOS, VANN, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from conftest import RAAMWERKEN, heet, maak, met_inhoud
from leeruitkomsten import Leerlijn, Leeruitkomst, Raamwerk, Succescriterium
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.uitwisseling import schrijf
from leeruitkomsten.uitwisseling.ids import nummering
from uitwisseling.vijandig import vijandig

STUUR = {"A1.1a": "a\r\nb\tc\nd", "A1.2a": '""" \\ \\" \\u0041', "A1.3a": "\x01\x7f\u2028\ufeff", "A2.1a": "x" * 5000}
# What rdflib warns of in its own parser of JSON-LD is not about us.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

KADERS = {**RAAMWERKEN, "vijandig": vijandig(), "stuurtekens": maak(["A", "B"], 2, STUUR)}
SYNTAXEN = ("turtle", "json-ld")
BASES = (None, "https://voorbeeld.nl/lu/", "https://voorbeeld.nl/lu#")


@pytest.fixture(scope="module", params=KADERS)
def raamwerk(request: pytest.FixtureRequest) -> Raamwerk:
    return KADERS[str(request.param)]


@functools.cache
def graaf(kader: Raamwerk, syntaxis: str = "turtle", base_uri: str | None = None) -> Graph:
    return Graph().parse(data=schrijf(kader, "skos", syntaxis=syntaxis, base_uri=base_uri), format=syntaxis)


def nl(tekst: str) -> Literal:
    """A sentence of ours."""
    return Literal(tekst, lang="nl")


def eigen(kader: Raamwerk, tekst: str) -> Literal:
    """A text of the framework, in its own language."""
    return Literal(tekst, lang=kader.taal)


def iri(kader: Raamwerk, code: str) -> URIRef:
    return URIRef(kader.uuid(code).urn)


def opmerkingen(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [melding.getMessage() for melding in caplog.records if melding.levelno >= logging.WARNING]


def gezegd(g: Graph) -> set[tuple[Any, ...]]:
    """What a graph says, with each list as a whole: its nodes have no names."""
    lijsten = {(wat, term, tuple(Collection(g, lijst))) for wat, term, lijst in g if term == SKOS.memberList}
    overig = {triple for triple in g if not any(isinstance(deel, BNode) for deel in triple)}
    assert len(g) == len(overig) + len(lijsten) + 2 * sum(len(leden) for *_, leden in lijsten)
    return overig | lijsten


@pytest.mark.dagelijks("None", "klein-https://voorbeeld.nl/lu/")
@pytest.mark.parametrize("base_uri", BASES)
def test_both_syntaxes_say_the_same(raamwerk: Raamwerk, base_uri: str | None) -> None:
    turtle, json_ld = (graaf(raamwerk, syntaxis, base_uri) for syntaxis in SYNTAXEN)
    assert gezegd(turtle) == gezegd(json_ld)


def test_every_term_of_skos_exists(raamwerk: Raamwerk) -> None:
    termen = {term for triple in graaf(raamwerk) for term in triple if str(term).startswith(str(SKOS))}
    assert all(getattr(SKOS, str(term).removeprefix(str(SKOS))) == term for term in termen)
    with pytest.raises(AttributeError):
        _ = SKOS.precedes


@pytest.mark.dagelijks("None", "klein-https://voorbeeld.nl/lu/-turtle")
@pytest.mark.parametrize("syntaxis", SYNTAXEN)
@pytest.mark.parametrize("base_uri", BASES)
def test_skosify_has_no_remarks(
    raamwerk: Raamwerk, syntaxis: str, base_uri: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    ervoor = graaf(raamwerk, syntaxis, base_uri)
    erna = skosify.skosify(ervoor)
    assert opmerkingen(caplog) == []
    assert set(erna) == set(ervoor)


def test_skosify_sees_what_is_wrong(klein: Raamwerk, caplog: pytest.LogCaptureFixture) -> None:
    fout = Graph() + graaf(klein)
    fout.remove((None, SKOS.prefLabel, None))
    skosify.skosify(fout)
    assert any("has no label" in opmerking for opmerking in opmerkingen(caplog))


def _label(raamwerk: Raamwerk, record: Leerlijn | Leeruitkomst | Succescriterium) -> str:
    """What a concept is called: without its code, which stands beside it as notation."""
    return record.naam if isinstance(record, Leerlijn) else heet(raamwerk, record)


def test_everything_is_placed_once(raamwerk: Raamwerk) -> None:
    g = graaf(raamwerk)
    records = (*raamwerk.leerlijnen, *met_inhoud(raamwerk), *raamwerk.succescriteria)
    begrippen = set(g.subjects(RDF.type, SKOS.Concept))
    assert begrippen == {iri(raamwerk, record.code) for record in records}
    assert len(begrippen) == len(records)
    for record in records:
        assert list(g.objects(iri(raamwerk, record.code), SKOS.notation)) == [Literal(record.code)]
        assert list(g.objects(iri(raamwerk, record.code), SKOS.prefLabel)) == [
            eigen(raamwerk, _label(raamwerk, record))
        ]
    for record in (*met_inhoud(raamwerk), *raamwerk.succescriteria):
        hoort = [eigen(raamwerk, record.tekst)] if record.tekst else []
        assert list(g.objects(iri(raamwerk, record.code), SKOS.definition)) == hoort
    assert len({wat for wat, _ in g.subject_objects(SKOS.prefLabel)}) == len(list(g.subject_objects(SKOS.prefLabel)))


def test_broader_and_narrower_are_both_written(raamwerk: Raamwerk) -> None:
    g = graaf(raamwerk)
    breder = set(g.subject_objects(SKOS.broader))
    assert breder == {(smal, breed) for breed, smal in g.subject_objects(SKOS.narrower)}
    assert breder == {
        *((iri(raamwerk, uitkomst.code), iri(raamwerk, uitkomst.leerlijn)) for uitkomst in met_inhoud(raamwerk)),
        *(
            (iri(raamwerk, criterium.code), iri(raamwerk, criterium.leeruitkomst))
            for criterium in raamwerk.succescriteria
        ),
    }


def test_one_scheme_with_the_leerlijnen_on_top(raamwerk: Raamwerk) -> None:
    g = graaf(raamwerk)
    (schema,) = g.subjects(RDF.type, SKOS.ConceptScheme)
    assert set(g.subjects(SKOS.inScheme, schema)) == set(g.subjects(RDF.type, SKOS.Concept))
    assert set(g.objects(schema, SKOS.hasTopConcept)) == {iri(raamwerk, lijn.code) for lijn in raamwerk.leerlijnen}
    assert set(g.subjects(SKOS.topConceptOf, schema)) == set(g.objects(schema, SKOS.hasTopConcept))
    assert g.value(schema, SKOS.prefLabel) == g.value(schema, DCTERMS.title) == eigen(raamwerk, raamwerk.naam)
    assert g.value(schema, OWL.versionInfo) == Literal(raamwerk.versie)
    assert g.value(schema, DCTERMS.issued) == Literal(raamwerk.datum, datatype=XSD.date)


def test_the_introduction_is_described_where_there_is_one(kader: Raamwerk) -> None:
    met, zonder = (graaf(bouw({**kader.als_dict(), **anders})) for anders in ({}, {"inleiding": []}))
    assert list(met.objects(None, DCTERMS.description)) == [nl("\n\n".join(noot.tekst for noot in kader.inleiding))]
    assert list(zonder.objects(None, DCTERMS.description)) == []


def test_what_only_some_frameworks_say_is_there_when_they_do(raamwerk: Raamwerk) -> None:
    g = graaf(raamwerk)
    (schema,) = g.subjects(RDF.type, SKOS.ConceptScheme)
    for term, waarde in ((DCTERMS.publisher, raamwerk.uitgever), (DCTERMS.rights, raamwerk.licentie)):
        assert list(g.objects(schema, term)) == ([Literal(waarde)] if waarde else [])
    for lijn in raamwerk.leerlijnen:
        omschrijving = [eigen(raamwerk, lijn.omschrijving)] if lijn.omschrijving else []
        assert list(g.objects(iri(raamwerk, lijn.code), SKOS.definition)) == omschrijving
    for record in (*met_inhoud(raamwerk), *raamwerk.succescriteria):
        notatie = [Literal(record.notatie)] if record.notatie else []
        assert list(g.objects(iri(raamwerk, record.code), DCTERMS.identifier)) == notatie


def test_what_is_ours_is_dutch_and_the_rest_in_the_language_of_the_framework(kader: Raamwerk) -> None:
    g = graaf(attrs.evolve(kader, taal="en-GB"))
    nederlands = {str(tekst) for *_, tekst in g if isinstance(tekst, Literal) and tekst.language == "nl"}
    assert nederlands == {
        *map(str, kader.niveaus),
        f"Leerlijnen: {kader.naam}",
        *(f"Progressie: {lijn.naam}" for lijn in kader.leerlijnen),
        *(f"Succescriteria van {uitkomst.code}" for uitkomst in kader.leeruitkomsten),
        *(rij.benaming for rij in kader.rijen),
    }
    assert {tekst.language for *_, tekst in g if isinstance(tekst, Literal)} == {"nl", "en-GB", None}


def test_an_evl_is_a_collection_and_no_concept(raamwerk: Raamwerk) -> None:
    g = graaf(raamwerk)
    verzamelingen = set(g.subjects(RDF.type, SKOS.Collection))
    assert verzamelingen == {iri(raamwerk, evl.code) for evl in raamwerk.evls}
    for evl in raamwerk.evls:
        assert set(g.objects(iri(raamwerk, evl.code), SKOS.member)) == {
            iri(raamwerk, u.code) for u in met_inhoud(raamwerk) if u.niveau == evl.niveau.nummer
        }
        assert g.value(iri(raamwerk, evl.code), SKOS.note) == nl(str(evl.niveau))
        assert g.value(iri(raamwerk, evl.code), SKOS.prefLabel) == eigen(raamwerk, evl.niveau.fase)
    geordende = set(g.subjects(RDF.type, SKOS.OrderedCollection))
    begrippen = set(g.subjects(RDF.type, SKOS.Concept))
    assert not (verzamelingen | geordende) & begrippen
    assert not verzamelingen & geordende


@pytest.mark.parametrize("syntaxis", SYNTAXEN)
def test_what_has_an_order_keeps_it(raamwerk: Raamwerk, syntaxis: str) -> None:
    """Leerlijnen, the leeruitkomsten of each, the criteria of each of those, and rows from the lowest niveau to the highest."""
    g = graaf(raamwerk, syntaxis)
    lijsten = {verzameling: list(Collection(g, lijst)) for verzameling, lijst in g.subject_objects(SKOS.memberList)}
    per_lijn = itertools.groupby(met_inhoud(raamwerk), lambda u: u.leerlijn)
    hoort = {
        "leerlijnen": [lijn.code for lijn in raamwerk.leerlijnen],
        **{f"progressie-{lijn}": [u.code for u in uitkomsten] for lijn, uitkomsten in per_lijn},
        **{
            f"criteria-{u.code}": [c.code for c in u.succescriteria]
            for u in raamwerk.leeruitkomsten
            if u.succescriteria
        },
        **{rij.code: [c.code for cel in rij.cellen for c in cel] for rij in raamwerk.rijen},
    }
    naam = nummering(raamwerk.sleutel)
    assert lijsten == {URIRef(naam(wat).urn): [iri(raamwerk, code) for code in leden] for wat, leden in hoort.items()}
    for rij in raamwerk.rijen:
        heet_zo = eigen(raamwerk, rij.naam or "") if rij.naam_uit_bron else nl(rij.benaming or f"Rij {rij.code}")
        assert g.value(iri(raamwerk, rij.code), SKOS.prefLabel) == heet_zo
        assert g.value(iri(raamwerk, rij.code), SKOS.notation) == Literal(rij.code)
    for verzameling, leden in lijsten.items():
        assert set(g.objects(verzameling, SKOS.member)) == set(leden)


def test_counts_of_the_packaged_framework(kader: Raamwerk) -> None:
    g = graaf(kader)
    soorten = (SKOS.ConceptScheme, SKOS.Concept, SKOS.Collection, SKOS.OrderedCollection)
    assert [len(list(g.subjects(RDF.type, soort))) for soort in soorten] == [1, 121, 4, 1 + 4 + 16 + 20]
    assert len(list(g.subject_objects(SKOS.broader))) == 117


@pytest.mark.parametrize("base_uri", BASES[1:])
@pytest.mark.parametrize("syntaxis", SYNTAXEN)
def test_codes_are_put_behind_a_web_address(kader: Raamwerk, base_uri: str, syntaxis: str) -> None:
    g = graaf(kader, syntaxis, base_uri)
    begin = f"{base_uri}werkplekleren/"
    assert g.value(URIRef(f"{begin}WP2.4b"), SKOS.broader) == URIRef(f"{begin}WP2")
    assert g.value(URIRef(f"{begin}raamwerk"), VANN.preferredNamespaceUri) == Literal(begin)
    assert all(str(wat).startswith(begin) for wat in g.subjects() if isinstance(wat, URIRef))


def test_a_web_address_gets_its_slash(kader: Raamwerk) -> None:
    assert schrijf(kader, "skos", base_uri="https://x.nl/lu") == schrijf(kader, "skos", base_uri="https://x.nl/lu/")


def test_two_frameworks_are_two_schemes(kader: Raamwerk, klein: Raamwerk) -> None:
    een, ander = (graaf(k).value(None, RDF.type, SKOS.ConceptScheme) for k in (kader, klein))
    assert een != ander


@pytest.mark.parametrize(
    ("opties", "fout"),
    [
        ({"syntaxis": "rdfxml"}, "syntaxis: hier hoort 'turtle' of 'json-ld', er staat 'rdfxml'"),
        ({"base_uri": ""}, "base_uri='' is geen begin van een webadres"),
        ({"base_uri": "https://x.nl/> a <https://y.nl"}, "is geen begin van een webadres"),
        ({"taal": "en"}, "skos kent de optie 'taal' niet; wel: syntaxis, base_uri, naamruimte"),
    ],
)
def test_what_is_refused(kader: Raamwerk, opties: dict[str, Any], fout: str) -> None:
    with pytest.raises(ValueError, match=fout):
        schrijf(kader, "skos", **opties)


def test_without_rdflib_the_error_names_the_extra(kader: Raamwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(ImportError, match=r'Installeer dat met: pip install "leeruitkomsten\[rdf\]"'):
        schrijf(kader, "skos")


@pytest.mark.dagelijks("0")
@pytest.mark.parametrize("zaad", ["0", "1", "2"])
def test_the_same_bytes_everywhere(kader: Raamwerk, zaad: str) -> None:
    vraag = (
        "import sys, leeruitkomsten as lu, leeruitkomsten.uitwisseling as u\n"
        "for syntaxis in ('turtle', 'json-ld'):\n"
        "    for base_uri in (None, 'https://voorbeeld.nl/lu/'):\n"
        "        u.schrijf(lu.laad(), 'skos', sys.stdout.buffer, syntaxis=syntaxis, base_uri=base_uri)"
    )
    omgeving = {**os.environ, "PYTHONHASHSEED": zaad, "LC_ALL": "C", "PYTHONUTF8": "0"}
    elders = subprocess.run([sys.executable, "-c", vraag], capture_output=True, check=True, env=omgeving)
    hier = (schrijf(kader, "skos", syntaxis=syntaxis, base_uri=base) for syntaxis in SYNTAXEN for base in BASES[:2])
    assert elders.stdout == b"".join(hier)


def test_lists_have_no_names_that_could_differ(kader: Raamwerk) -> None:
    assert all(b"_:" not in schrijf(kader, "skos", syntaxis=syntaxis) for syntaxis in SYNTAXEN)
