"""Structures of any size to measure on: counties, districts, partnerships, sub-groups.

uv run python -m benchmarks.structures 200 > county.yaml
"""

import random
import sys
from collections.abc import Iterator

GROUPS = 4
"""Sub-groups of a partnership, at the most."""


def county_of(count: int, seed: int = 1) -> str:
    """A structure file of `count` bodies: the same text for the same count and seed.

    One trust, a chairs group, and districts each with a partnership that answers to the trust, a
    Local Strategic Partnership it liaises with, and up to four sub-groups, one in ten of which
    answers to nobody.
    """
    return "\n".join(_lines(count, random.Random(seed))) + "\n"  # noqa: S311 - not for secrets


def _lines(count: int, chance: random.Random) -> Iterator[str]:
    yield f"structure: {{id: county, title: A county of {count} bodies, as_at: 2010-02}}"
    yield "sources: {paper: {title: Report to the Trust, date: 2010-02}}"
    yield "bodies:"
    yield "  trust: {name: Children's Trust, kind: trust, apex: true, tier: county, cites: paper 1}"
    yield (
        "  chairs: {name: Chairs group, kind: chairs-group, tier: county, reports_to: trust, "
        "cites: paper 2}"
    )
    made, district = 2, 0
    while made < count:
        district += 1
        for line in _district(district, min(count - made, 2 + chance.randint(1, GROUPS)), chance):
            yield line
            made += 1


def _district(number: int, size: int, chance: random.Random) -> Iterator[str]:
    """The bodies of one district, one line each."""
    area = f"area: District {number}"
    here = f"d{number}"
    yield (
        f"  {here}: {{name: District {number} Local Children's Partnership, "
        f"kind: local-partnership, {area}, tier: district, accountable_to: trust, "
        "meets: quarterly, cites: paper 3}"
    )
    if size > 1:
        yield (
            f"  {here}-lsp: {{name: District {number} Local Strategic Partnership, "
            f"kind: lsp, {area}, tier: district, apex: true, liaises_with: {here}, cites: paper 4}}"
        )
    for group in range(size - 2):
        line = "part_of" if chance.random() < 0.1 else "accountable_to"
        yield (
            f"  {here}-g{group}: {{name: District {number} sub-group {group + 1}, kind: sub-group, "
            f"{area}, tier: locality, {line}: {here}, cites: paper 5}}"
        )


if __name__ == "__main__":
    sys.stdout.write(county_of(int(sys.argv[1])))
