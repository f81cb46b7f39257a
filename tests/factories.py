"""One-line factories of structures and graphs.

`structure("fleet -> hart -> trust*; hart -part_of-> county")` makes the bodies it names: `->` is
`accountable_to`, `-KIND->` any other kind, `*` marks an apex, `^` a body outside, `?` a
proposed one, `!` an ended one; parts stand between semicolons or on lines of their own.
"""

import re
from dataclasses import replace

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure

ARROW = re.compile(r"\s*-(?:([a-z_]+)-)?>\s*")
MARKS = {"*": "apex", "^": "outside", "?": Status.PROPOSED, "!": Status.ENDED}


def structure(text: str) -> Structure:
    """The structure that `text` draws, bodies in the order of their first mention."""
    bodies: dict[str, Body] = {}
    relations: list[Relation] = []
    for part in re.split(r"[;\n]", text):
        words = ARROW.split(part.strip())
        ids = [_body(bodies, word) for word in words[::2] if word]
        for below, kind, above in zip(ids, words[1::2], ids[1:], strict=False):
            relations.append(
                Relation(from_body=below, kind=kind or "accountable_to", to_body=above)
            )
    return Structure(id="test", bodies=tuple(bodies.values()), relations=tuple(relations))


def graph(text: str, standpoint: Standpoint | None = None) -> AccountabilityGraph:
    """The accountability graph that `text` draws."""
    return AccountabilityGraph(structure(text), standpoint or Standpoint())


def _body(bodies: dict[str, Body], word: str) -> str:
    """The id in `word`, its body made or marked."""
    id_, mark = (word[:-1], MARKS[word[-1]]) if word[-1] in MARKS else (word, None)
    body = bodies.setdefault(id_, Body(id=id_, name=id_.replace("-", " ").title()))
    if mark == "apex":
        bodies[id_] = replace(body, apex=True)
    elif mark == "outside":
        bodies[id_] = replace(body, outside=True)
    elif isinstance(mark, Status):
        bodies[id_] = replace(body, status=mark)
    return id_
