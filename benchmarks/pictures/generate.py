"""Makes the generated structures of the ladder: the same seed gives the same file.

    python -m benchmarks.pictures.generate tree 24 7 FILE

Three characters:

tree     one superior each, in shuffled order; no tiers, areas or relations that run across. A
         perfect drawing has no crossing at all.
council  a county council as such papers show it: `council.py`.
matrix   joint committees and locality groups that answer to two superiors each.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pictures.council import council
from benchmarks.pictures.words import (
    AREAS,
    BOARDS,
    COMMITTEES,
    GROUPS,
    PORTFOLIOS,
    SOURCES,
    TOPICS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.pictures.council import Fields

SIZES = {
    "tree": (10, 20, 30, 55, 100),
    "council": (10, 15, 20, 25, 30, 40, 55, 70, 100, 150, 300),
    "matrix": (15, 25, 40, 70),
}
"""How many bodies the structures of the ladder have, by character."""

_KINDS = ("council", "board", "committee", "sub-group", "working-group")  # by depth
_TOPS = ("council", "senate", "executive")


def write(character: str, bodies: int, seed: int, path: Path) -> None:
    """Write one structure to a file."""
    import yaml

    chance = random.Random(f"{character}-{bodies}-{seed}")  # noqa: S311 - not for secrets
    made = CHARACTERS[character](bodies, chance)
    text = yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=200)
    path.write_text(text, encoding="utf-8")


def write_ladder(folder: Path) -> None:
    """Write all the structures of the ladder into a folder."""
    for character, sizes in SIZES.items():
        for bodies in sizes:
            write(character, bodies, 1, folder / f"{character}-{bodies:03d}.yaml")


def tree(bodies: int, chance: random.Random) -> Fields:
    """A pure tree, its bodies in shuffled order."""
    names = [f"{topic} {group}" for group, _ in GROUPS for topic in TOPICS]
    names += [f"{area} {topic} Group" for area in AREAS for topic in TOPICS]
    chance.shuffle(names)
    names = [*(name for name, _ in BOARDS), *COMMITTEES, *names]
    parents, depth = _grown(bodies, chance)
    made: dict[str, Fields] = {
        "b0": {"name": "Northmoor County Council", "kind": "council", "apex": True}
    }
    for body in range(1, bodies):
        line = "accountable_to" if depth[body] == 1 and body % 3 else "reports_to"
        made[f"b{body}"] = {
            "name": names[(body - 1) % len(names)],
            "kind": _KINDS[depth[body]],
            line: f"b{parents[body]}",
            "cites": "scheme",
        }
    order = list(made)
    chance.shuffle(order)
    return {
        "structure": {"title": f"A tree of {bodies} bodies", "as_at": "2025-06"},
        "sources": {"scheme": SOURCES["scheme"]},
        "bodies": {body: made[body] for body in order},
    }


def _grown(bodies: int, chance: random.Random) -> tuple[dict[int, int], dict[int, int]]:
    """Who answers to whom in a tree, and how deep each stands: wide above, four deep."""
    parents: dict[int, int] = {}
    children: dict[int, int] = {}
    depth = {0: 0}
    for body in range(1, bodies):
        able = [
            above
            for above in range(body)
            if depth[above] < 4 and children.get(above, 0) < (5 if above else 8)
        ]
        weights = [6 if above == 0 else (3, 1.6, 0.5)[depth[above] - 1] for above in able]
        parents[body] = chance.choices(able, weights)[0]
        children[parents[body]] = children.get(parents[body], 0) + 1
        depth[body] = depth[parents[body]] + 1
    return parents, depth


def matrix(bodies: int, chance: random.Random) -> Fields:
    """Joint committees and locality groups that answer to two superiors each."""
    made: dict[str, Fields] = {
        "council": {"name": "Council of the University Trust", "kind": "council", "apex": True},
        "senate": {"name": "Senate", "kind": "board", "accountable_to": "council"},
        "executive": {"name": "Executive Board", "kind": "executive", "accountable_to": "council"},
    }
    columns = max(2, min(8, bodies // 9))
    for column in range(columns):
        made[f"f{column}"] = {
            "name": f"{PORTFOLIOS[column]} Committee",
            "kind": "committee",
            "reports_to": chance.choice(_TOPS),
        }
    rows = max(1, min(6, bodies // 12))
    for row in range(rows):
        name = f"{AREAS[row]} Campus Board"
        made[f"a{row}"] = {"name": name, "kind": "board", "reports_to": "executive"}
    for number, joint in enumerate(_joint(bodies - len(made), (columns, rows), bodies, chance)):
        made[f"j{number}"] = {**joint, "cites": "scheme"}
    return {
        "structure": {
            "title": f"Joint committees: {bodies} bodies, two superiors",
            "as_at": "2025-06",
        },
        "sources": {"scheme": SOURCES["scheme"]},
        "bodies": made,
    }


def _joint(count: int, size: tuple[int, int], bodies: int, chance: random.Random) -> list[Fields]:
    """The bodies below the committees and campus boards, most of them with two superiors."""
    columns, rows = size
    called = ("Joint Committee", "Working Group", "Committee in Common", "Sub-Group")
    names = [f"{topic} {group}" for topic in TOPICS for group in called]
    chance.shuffle(names)
    cells = [(column, row) for column in range(columns) for row in range(rows)]
    chance.shuffle(cells)
    made: list[Fields] = []
    for number in range(count):
        name = names[number % len(names)]
        if number < max(1, bodies // 6):
            above: str | list[str] = f"f{number % columns}"
            made.append({"name": name, "kind": "sub-group", "reports_to": above})
        elif number % 3 == 0 and cells:
            column, row = cells.pop()
            name = f"{AREAS[row]} {PORTFOLIOS[column]} Group"
            above = [f"f{column}", f"a{row}"]
            made.append({"name": name, "kind": "working-group", "reports_to": above})
        else:
            more = [*_TOPS, *(f"f{column}" for column in range(columns))]
            above = chance.sample(_TOPS if chance.random() < 0.5 else more, 2)
            made.append({"name": name, "kind": "committee", "reports_to": above})
    return made


CHARACTERS: dict[str, Callable[[int, random.Random], Fields]] = {
    "tree": tree,
    "council": council,
    "matrix": matrix,
}

if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
