"""The W3C's Organization Ontology (w3.org/TR/vocab-org) as Turtle, JSON-LD or RDF/XML.

Read through pyoxigraph, plain or as the local authorities of Flanders use it. Nothing is fetched: a
file that leans on a context elsewhere is refused.
"""

from collections.abc import Iterable
from pathlib import Path

from govgraph.formats.account import Account, Skipped
from govgraph.formats.files import read_bytes
from govgraph.formats.ledger import close_account
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, visible
from govgraph.formats.rdf_statements import as_utf_8, read_statements
from govgraph.formats.w3c_org_importing import Organisations
from govgraph.formats.w3c_org_seats import Seats
from govgraph.formats.w3c_org_vocabulary import DECLARED, KINDS
from govgraph.model.structure import Structure

_PARSERS = {".ttl": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".rdf": "xml", ".owl": "xml"}


def read_file(path: Path, limits: Limits) -> Account:
    """The organisations, posts and memberships of an RDF file.

    Raises:
        LoadError: it cannot be read, is no RDF, or leans on a context elsewhere.
        MissingExtraError: the extra `rdf` is not installed.
    """
    problems = Problems(limits)
    file = visible(str(path))
    content = read_bytes(path, problems)
    problems.raise_if_any()
    parser = _PARSERS.get(path.suffix.lower(), "turtle")
    content = as_utf_8(content or b"", parser, file, problems)
    statements = read_statements(content, parser, file, problems)
    found = Organisations(statements, file, content, parser)
    found.read_bodies()
    seats = Seats(found)
    seats.read()
    used = {body.kind for body in found.bodies.values()}
    kinds = {relation.kind for relation in found.relations.values()}
    structure = Structure(
        bodies=tuple(found.bodies.values()),
        relations=tuple(found.relations.values()),
        seats=tuple(seats.found),
        people=tuple(found.people.values()),
        body_kinds=(
            *(kind for id_, kind in KINDS.items() if id_ in used),
            *(kind for id_, kind in found.kinds.items() if id_ in used),
        ),
        relation_kinds=tuple(kind for kind in DECLARED if kind.id in kinds),
    )
    found.settle()
    return close_account(structure, found.ledger)


def write_content(structure: Structure) -> bytes:
    """The bytes of a Turtle file with the bodies, posts and memberships of a structure."""
    # Imported here, for most commands only read.
    from govgraph.formats.w3c_org_writing import structure_as_turtle

    return structure_as_turtle(structure)


def find_lossy_fields(structure: Structure) -> Iterable[Skipped]:
    """What becomes something else when a structure is written."""
    from govgraph.formats.w3c_org_writing import find_lossy_fields as bent

    return bent(structure)
