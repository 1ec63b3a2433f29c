"""SKOS: the framework as a vocabulary on the web, in Turtle or JSON-LD; made with rdflib (the extra `rdf`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from ..fouten import OngeldigeVraag, onderdeel
from ..identiteit import canoniek
from ..model import Leeruitkomst, Succescriterium
from ..raamwerk import Raamwerk
from .case.delen import DOCUMENT
from .ids import naamruimtefouten, nummering
from .opties import Syntaxis
from .teksten import gevuld, naam_van
from .webadres import adresfouten, basis

_EINDEN = "/#"
_ONZE = "nl"
"""The language of the sentences that are ours and not the framework's."""


def schrijf(
    raamwerk: Raamwerk, *, syntaxis: Syntaxis = "turtle", base_uri: str | None = None, naamruimte: str | None = None
) -> bytes:
    """Return the framework as a SKOS concept scheme.

    The framework is the `ConceptScheme`; leerlijnen are its top concepts, a leeruitkomst is narrower than its leerlijn, a
    succescriterium than its leeruitkomst, and `broader` and `narrower` are both written. `notation` is the code, `prefLabel`
    and `definition` the text (of a leerlijn its name and its omschrijving): a browser shows the notation beside the label. Rows
    may repeat a text, so labels may be the same. The code that the source itself gives is `dct:identifier`.

    An EvL is a `Collection` of its leeruitkomsten. What has an order is an `OrderedCollection`, with `member` beside
    `memberList`: the leerlijnen of the framework, the leeruitkomsten of a leerlijn, the succescriteria of a leeruitkomst, and
    those of a row, from the lowest niveau to the highest. Texts are in the language of the framework; what is said of an EvL, and
    the labels of series that no source names, are Dutch sentences of ours. Who publishes the framework is `dct:publisher`, the
    licence `dct:rights`.

    Args:
        raamwerk: the framework.
        syntaxis: `turtle` or `json-ld`: the same graph either way.
        base_uri: the web address that the sleutel of the framework and its codes are put behind (`<base_uri>werkplekleren/WP2`);
            the framework is `<base_uri>werkplekleren/raamwerk`. It may end in `#`. Without it every IRI is the UUID of the code
            in this framework (`urn:uuid:…`): valid and stable, but not to be visited.
        naamruimte: an institution's own namespace for those UUIDs, a UUID or a name such as `hogeschool-x.nl`.

    Raises:
        OntbrekendOnderdeel: rdflib is not installed; the text names the extra.

    Limits: no text has a greatest length, so nothing is cut. SKOS has no terms for errata and codes that ended: those are left
    out.

    >>> import leeruitkomsten as lu
    >>> regels = schrijf(lu.laad(), base_uri="https://voorbeeld.nl/lu/").decode().splitlines()
    >>> regels[regels.index("<https://voorbeeld.nl/lu/werkplekleren/WP1.3a> a skos:Concept ;") + 5].strip()
    'skos:prefLabel "Je herkent verschillen tussen leerlingen."@nl .'
    """
    begin = None if base_uri is None else f"{basis(base_uri, _EINDEN)}{raamwerk.sleutel}/"
    graaf = _Graaf(_rdflib(), raamwerk, begin, naamruimte)
    return graaf.turtle() if syntaxis == "turtle" else graaf.json_ld()


def optiefouten(opties: Mapping[str, Any]) -> Iterator[OngeldigeVraag]:
    """Yield what is wrong with options that are of the right type; those that are not are left out."""
    if opties.get("base_uri") is not None:
        yield from adresfouten(opties["base_uri"], _EINDEN)
    yield from naamruimtefouten(opties)


def _rdflib() -> Any:
    with onderdeel("rdf", "SKOS"):
        import rdflib
    return rdflib


class _Graaf:
    """The triples of one framework."""

    def __init__(self, rdf: Any, kader: Raamwerk, begin: str | None, naamruimte: str | None) -> None:
        self._rdf, self._begin, self._taal = rdf, begin, kader.taal
        self._nummer = nummering(kader.sleutel, naamruimte)
        self._triples = rdf.Graph(bind_namespaces="none")
        voorvoegsels = {
            "skos": rdf.SKOS,
            "dct": rdf.DCTERMS,
            "owl": rdf.OWL,
            "vann": rdf.VANN,
            "xsd": rdf.XSD,
            "rdf": rdf.RDF,
        }
        self._voorvoegsels = {naam: str(ruimte) for naam, ruimte in voorvoegsels.items()}
        for naam, ruimte in self._voorvoegsels.items():
            self._triples.bind(naam, ruimte)
        self._schema = self._iri("raamwerk" if begin else DOCUMENT)
        self._kop(kader)
        self._begrippen(kader)
        self._verzamelingen(kader)

    def turtle(self) -> bytes:
        tekst: str = self._triples.serialize(format="turtle")
        return f"{tekst.strip()}\n".encode()

    def json_ld(self) -> bytes:
        # rdflib writes nodes in the order of a set, which differs from run to run.
        ruw = json.loads(self._triples.serialize(format="json-ld", context=self._voorvoegsels, sort_keys=True))
        knopen = sorted((_op_volgorde(knoop) for knoop in ruw["@graph"]), key=lambda knoop: str(knoop["@id"]))
        return canoniek({"@context": self._voorvoegsels, "@graph": knopen})

    def _kop(self, kader: Raamwerk) -> None:
        rdf, schema = self._rdf, self._schema
        self._soort(schema, rdf.SKOS.ConceptScheme)
        self._tekst(schema, rdf.SKOS.prefLabel, kader.naam)
        self._tekst(schema, rdf.DCTERMS.title, kader.naam)
        if kader.inleiding:
            self._tekst(schema, rdf.DCTERMS.description, "\n\n".join(noot.tekst for noot in kader.inleiding))
        self._tekst(schema, rdf.DCTERMS.source, str(kader.bron))
        if kader.uitgever:
            self._voeg(schema, rdf.DCTERMS.publisher, rdf.Literal(kader.uitgever))
        if kader.licentie:
            self._voeg(schema, rdf.DCTERMS.rights, rdf.Literal(kader.licentie))
        self._voeg(schema, rdf.DCTERMS.issued, rdf.Literal(kader.datum, datatype=rdf.XSD.date))
        self._voeg(schema, rdf.OWL.versionInfo, rdf.Literal(kader.versie))
        if self._begin:
            self._voeg(schema, rdf.VANN.preferredNamespaceUri, rdf.Literal(self._begin))

    def _begrippen(self, kader: Raamwerk) -> None:
        skos = self._rdf.SKOS
        for lijn in kader.leerlijnen:
            top = self._begrip(lijn.code, lijn.naam)
            if lijn.omschrijving:
                self._tekst(top, skos.definition, lijn.omschrijving)
            self._voeg(top, skos.topConceptOf, self._schema)
            self._voeg(self._schema, skos.hasTopConcept, top)
        for uitkomst in gevuld(kader.leeruitkomsten):
            self._omschreven(uitkomst, naam_van(kader, uitkomst), uitkomst.leerlijn)
        for criterium in kader.succescriteria:
            self._omschreven(criterium, criterium.tekst, criterium.leeruitkomst)

    def _verzamelingen(self, kader: Raamwerk) -> None:
        rdf = self._rdf
        for evl in kader.evls:
            leden = self._verzameling(evl.code, [u.code for u in gevuld(evl.leeruitkomsten)])
            self._tekst(leden, rdf.SKOS.prefLabel, evl.niveau.fase)
            self._soort(leden, rdf.SKOS.Collection)
            self._voeg(leden, rdf.SKOS.notation, rdf.Literal(evl.code))
            self._tekst(leden, rdf.SKOS.note, str(evl.niveau), _ONZE)
        self._reeks("leerlijnen", [lijn.code for lijn in kader.leerlijnen], f"Leerlijnen: {kader.naam}")
        for lijn in kader.leerlijnen:
            uitkomsten = [uitkomst.code for uitkomst in gevuld(lijn.leeruitkomsten)]
            self._reeks(f"progressie-{lijn.code}", uitkomsten, f"Progressie: {lijn.naam}")
        for uitkomst in kader.leeruitkomsten:
            criteria = [criterium.code for criterium in uitkomst.succescriteria]
            self._reeks(f"criteria-{uitkomst.code}", criteria, f"Succescriteria van {uitkomst.code}")
        for rij in kader.rijen:
            label, taal = rij.benaming or f"Rij {rij.code}", self._taal if rij.naam_uit_bron else _ONZE
            self._reeks(rij.code, [criterium.code for cel in rij.cellen for criterium in cel], label, taal)
            self._voeg(self._iri(rij.code), rdf.SKOS.notation, rdf.Literal(rij.code))

    def _reeks(self, naam: str, codes: Sequence[str], label: str, taal: str = _ONZE) -> None:
        """Add a series of concepts in their order; none of which there are none."""
        if codes:
            leden = self._verzameling(naam, codes)
            self._tekst(leden, self._rdf.SKOS.prefLabel, label, taal)
            self._soort(leden, self._rdf.SKOS.OrderedCollection)
            self._voeg(leden, self._rdf.SKOS.memberList, self._lijst(naam, codes))

    def _begrip(self, code: str, label: str) -> Any:
        rdf, begrip = self._rdf, self._iri(code)
        self._soort(begrip, rdf.SKOS.Concept)
        self._voeg(begrip, rdf.SKOS.inScheme, self._schema)
        self._voeg(begrip, rdf.SKOS.notation, rdf.Literal(code))
        self._tekst(begrip, rdf.SKOS.prefLabel, label)
        return begrip

    def _omschreven(self, record: Leeruitkomst | Succescriterium, naam: str, breder: str) -> None:
        skos, begrip = self._rdf.SKOS, self._begrip(record.code, naam)
        if record.tekst:
            self._tekst(begrip, skos.definition, record.tekst)
        if record.notatie:
            self._voeg(begrip, self._rdf.DCTERMS.identifier, self._rdf.Literal(record.notatie))
        self._voeg(begrip, skos.broader, self._iri(breder))
        self._voeg(self._iri(breder), skos.narrower, begrip)

    def _verzameling(self, naam: str, codes: Iterable[str]) -> Any:
        leden = self._iri(naam)
        for code in codes:
            self._voeg(leden, self._rdf.SKOS.member, self._iri(code))
        return leden

    def _lijst(self, naam: str, codes: Sequence[str]) -> Any:
        """Return an RDF list, whose nodes have names of their own: those that rdflib would give differ from run to run."""
        rdf = self._rdf
        vorige = rdf.RDF.nil
        for plaats, code in reversed(tuple(enumerate(codes, 1))):
            knoop = rdf.BNode(f"{naam}-{plaats}")
            self._voeg(knoop, rdf.RDF.first, self._iri(code))
            self._voeg(knoop, rdf.RDF.rest, vorige)
            vorige = knoop
        return vorige

    def _iri(self, naam: str) -> Any:
        return self._rdf.URIRef(f"{self._begin}{naam}" if self._begin else self._nummer(naam).urn)

    def _soort(self, wat: Any, soort: Any) -> None:
        self._voeg(wat, self._rdf.RDF.type, soort)

    def _tekst(self, wat: Any, eigenschap: Any, tekst: str, taal: str | None = None) -> None:
        """Add a text, in the language of the framework when none is given."""
        self._voeg(wat, eigenschap, self._rdf.Literal(tekst, lang=taal or self._taal))

    def _voeg(self, wat: Any, eigenschap: Any, waarde: Any) -> None:
        self._triples.add((wat, eigenschap, waarde))


def _op_volgorde(knoop: dict[str, object]) -> dict[str, object]:
    """Return a node of JSON-LD whose values are sorted; the order of an RDF list means something, and stays."""
    return {
        sleutel: sorted(cast("list[object]", waarde), key=json.dumps) if isinstance(waarde, list) else waarde
        for sleutel, waarde in knoop.items()
    }
