"""The statements of an RDF graph in an order of their own."""

from typing import Any

BLANK = "_:"
"""How the name of a thing without an address begins."""


def in_order(graph: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - rdflib comes late
    """The statements of a graph in an order that depends on what they say alone.

    Things without an address get a name of their own on each reading, so they are numbered by
    what is said of them.
    """
    said: dict[str, list[tuple[str, str]]] = {}
    for thing, predicate, value in graph:
        if _is_blank(thing):
            text = "" if _is_blank(value) else str(value)
            said.setdefault(str(thing), []).append((str(predicate), text))
    ordered = sorted(said, key=lambda thing: sorted(said[thing]))
    numbers = {thing: f"{BLANK}{number:09}" for number, thing in enumerate(ordered)}
    terms = ([str(term) for term in statement] for statement in graph)
    return sorted((numbers.get(a, a), b, numbers.get(c, c)) for a, b, c in terms)


def _is_blank(term: object) -> bool:
    """Whether a term is a thing without an address."""
    return type(term).__name__ == "BNode"
