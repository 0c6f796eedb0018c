"""Reads annotations with rdflib as JSON-LD, and prints each with its bodies, its selectors and its state.

The terms are those of the standard's own context (http://www.w3.org/ns/anno.jsonld) that the export uses, each with the IRI and
the type that it has there; "Web Annotation Vocabulary" (https://www.w3.org/TR/annotation-vocab/) tells what they mean. A term that
is not among them is an error, and nothing is fetched.
"""

import json
import sys

import rdflib

OA, RDF = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC, DCTERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
DCTYPES, AS = "http://purl.org/dc/dcmitype/", "http://www.w3.org/ns/activitystreams#"
FOAF, RDFS = "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def link(iri):
    return {"@id": iri, "@type": "@id"}


def count(iri):
    return {"@id": iri, "@type": XSD + "nonNegativeInteger"}


CONTEXT = {
    "@version": 1.1,
    "dcterms": DCTERMS,
    "id": "@id",
    "type": "@type",
    **{name: OA + name for name in ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "TimeState")},
    **{name: OA + name for name in ("classifying", "describing", "tagging", "exact", "prefix", "suffix")},
    "start": count(OA + "start"),
    "end": count(OA + "end"),
    "Text": DCTYPES + "Text",
    "Software": AS + "Application",
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "body": link(OA + "hasBody"),
    "target": link(OA + "hasTarget"),
    "source": link(OA + "hasSource"),
    "selector": link(OA + "hasSelector"),
    "state": link(OA + "hasState"),
    "cached": link(OA + "cachedSource"),
    "generator": link(AS + "generator"),
    "first": link(AS + "first"),
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "value": RDF + "value",
    "format": DC + "format",
    "language": DC + "language",
    "name": FOAF + "name",
    "label": RDFS + "label",
    "total": count(AS + "totalItems"),
    "startIndex": count(AS + "startIndex"),
}


def terms(value):
    """The keys of an object and of all within it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from terms(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from terms(inner)


with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
assert document.pop("@context") == "http://www.w3.org/ns/anno.jsonld"
unknown = {term for term in terms(document)} - set(CONTEXT) - {"dcterms:identifier"}
assert not unknown, f"not in the context: {unknown}"
graph = rdflib.Graph().parse(data=json.dumps({"@context": CONTEXT, **document}), format="json-ld")

oa = rdflib.Namespace(OA)
dcterms = rdflib.Namespace(DCTERMS)
rdf = rdflib.RDF
for subject, kind in graph.subject_objects(rdf.type):
    assert "://" in kind or kind.startswith("urn:"), f"{kind} is no IRI"
found = []
for annotation in graph.subjects(rdf.type, oa.Annotation):
    # Data model, section 3.1: an IRI of its own, at least one target.
    assert isinstance(annotation, rdflib.URIRef)
    (target,) = graph.objects(annotation, oa.hasTarget)
    # Section 4: exactly one source; a text quote has exactly one exact text, a position one start and one end.
    (source,) = graph.objects(target, oa.hasSource)
    assert isinstance(source, rdflib.URIRef)
    record = {"identifier": str(graph.value(annotation, dcterms.identifier)), "source": str(source), "bodies": {}}
    for selector in graph.objects(target, oa.hasSelector):
        kind = graph.value(selector, rdf.type)
        if kind == oa.TextQuoteSelector:
            for name in ("exact", "prefix", "suffix"):
                (text,) = graph.objects(selector, oa[name])
                record[name] = str(text)
        else:
            assert kind == oa.TextPositionSelector
            for name in ("start", "end"):
                (number,) = graph.objects(selector, oa[name])
                record[name] = number.toPython()
                assert isinstance(record[name], int) and record[name] >= 0
    state = graph.value(target, oa.hasState)
    record["cached"] = str(graph.value(state, oa.cachedSource)) if state else None
    for body in graph.objects(annotation, oa.hasBody):
        # Section 3.2.4: exactly one value; section 3.3.5: a purpose of the standard's.
        (value,) = graph.objects(body, rdf.value)
        (purpose,) = graph.objects(body, oa.hasPurpose)
        assert purpose in (oa.classifying, oa.describing, oa.tagging), purpose
        record["bodies"].setdefault(str(purpose).removeprefix(OA), []).append(str(value))
    found.append(record)
total = graph.value(predicate=rdflib.URIRef(AS + "totalItems"), subject=next(graph.subjects(rdf.type, rdflib.URIRef(AS + "OrderedCollection"))))
print(json.dumps({"total": total.toPython(), "annotations": sorted(found, key=lambda one: (one["source"], one["start"], one["identifier"]))}))
