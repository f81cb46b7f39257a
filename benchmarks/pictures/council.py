"""A county council as such papers show it, made up by chance.

Committees, boards, partnerships and districts with tiers and areas; seats with vacancies; proposed
and ended groups; and as many relations that run across as 15 to 30 per cent of the bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.pictures.words import (
    AREAS,
    BOARDS,
    COMMITTEES,
    FIRST,
    GROUPS,
    LAST,
    LOCAL,
    PARTNERS,
    PORTFOLIOS,
    SOURCES,
    TOPICS,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    Fields = dict[str, object]
    """What a structure file says of something."""

_ACROSS = {
    "liaises_with": 5,
    "supports": 4,
    "represented_on": 4,
    "advises": 3,
    "reports_to": 2,
    "monitors": 1,
    "informs": 2,
}
"""The relations that run across, and how often each is drawn by chance."""

_DISTRICTS = ((12, (1, 2)), (22, (2, 2)), (42, (3, 3)), (75, (5, 4)), (160, (8, 6)))
"""For structures of up to so many bodies: how many districts, and bodies in each."""
_MOST_DISTRICTS = (16, 8)
_SEATED = 12  # bodies: smaller structures have no seats


def council(bodies: int, chance: random.Random) -> Fields:
    """The structure of a council with so many bodies."""
    maker = _Maker(bodies, chance)
    maker.top()
    maker.boards_and_partnerships()
    maker.districts()
    maker.groups()
    relations = list(maker.across())
    title = f"Partnership and committee arrangements of Wessex and Northmoor ({bodies} bodies)"
    return {
        "structure": {
            "title": title,
            "as_at": "2025-06",
            "paper": "Appendix A",
            "status": "Draft",
        },
        "sources": SOURCES,
        "bodies": maker.bodies,
        "people": maker.people,
        "relations": relations,
    }


class _Maker:
    """What has been made up so far of a council that is to have so many bodies."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self.count = count
        self.chance = chance
        self.bodies: dict[str, Fields] = {}
        self.people: dict[str, Fields] = {}
        self.boards: list[str] = []
        self.portfolios = 0 if count < 60 else min(len(PORTFOLIOS), count // 18)

    def top(self) -> None:
        """The council, its cabinet and their committees."""
        top = {"tier": "county"}
        name = "Wessex and Northmoor County Council"
        self._add("council", name=name, kind="council", apex=True, **top)
        self._add("cabinet", name="Cabinet", kind="cabinet", accountable_to="council", **top)
        for number in range(max(2, min(len(COMMITTEES), self.count // 8))):
            name = COMMITTEES[number]
            kind = "scrutiny" if "Scrutiny" in name else "committee"
            self._add(f"com{number}", name=name, kind=kind, reports_to="council", **top)
        for number in range(self.portfolios):
            name = f"Cabinet Committee for {PORTFOLIOS[number]}"
            self._add(f"port{number}", name=name, kind="committee", reports_to="cabinet", **top)

    def boards_and_partnerships(self) -> None:
        """The county's boards and partnerships, and in a larger one those of their chairs."""
        for number in range(max(3, min(len(BOARDS), self.count // 6))):
            key = f"part{number}"
            if not self._add(key, name=BOARDS[number][0], kind=BOARDS[number][1], tier="county"):
                break
            self.boards.append(key)
            if number != 5:
                by_cabinet = self.portfolios == 0 or number % 3 == 0
                above = "cabinet" if by_cabinet else f"port{number % self.portfolios}"
                line = "reports_to" if number % 2 else "accountable_to"
                self.bodies[key][line] = above
            self._seat(key, 2, 5)
        if self.count > 18:
            name = "Northmoor Local Strategic Partnership"
            self._add("lsp", name=name, kind="lsp", apex=True, tier="county")
            name = "Partnership Chairs' Group"
            self._add("chairs", name=name, kind="chairs-group", liaises_with="part0", tier="county")

    def districts(self) -> None:
        """The bodies of the districts, each in its area."""
        known = (size for most, size in _DISTRICTS if self.count <= most)
        districts, each = next(known, _MOST_DISTRICTS)
        for district in range(districts):
            for place in range(each):
                name, kind = LOCAL[place]
                area = AREAS[district]
                key = f"d{district}-{place}"
                if not self._add(key, name=f"{area} {name}", kind=kind, area=area, tier="district"):
                    break
                line, above = self._above(district, place)
                self.bodies[key][line] = above
                if place == 0:
                    self._seat(key, 1, 4)

    def _above(self, district: int, place: int) -> tuple[str, str]:
        """How a body of a district is linked, and with whom."""
        head = f"d{district}-0"
        if place == 0 and district % 4 == 3:
            return "part_of", self.boards[0]
        trust = "part4" if "part4" in self.bodies else self.boards[0]
        return (
            ("accountable_to", trust),
            ("reports_to", "part1"),
            ("accountable_to", "part0"),
            ("reports_to", head),
            ("reports_to", head),
            ("represented_on", head),
            ("advises", head),
            ("reports_to", head),
        )[place]

    def groups(self) -> None:
        """As many groups below the boards as are still missing."""
        topics = [(topic, group) for group in GROUPS for topic in TOPICS]
        self.chance.shuffle(topics)
        groups: list[str] = []
        number = 0
        while len(self.bodies) < self.count:
            topic, (group, kind) = topics[number % len(topics)]
            number += 1
            recent = self.boards + groups[-6:]
            lower = groups and self.chance.random() < 0.4
            above = self.chance.choice(recent if lower else self.boards)
            key = f"g{number}"
            self._add(key, name=f"{topic} {group}", kind=kind, tier="county")
            self._tie(key, above)
            groups.append(key)

    def _tie(self, key: str, above: str) -> None:
        """Link a group with the body above it; some are proposed, some have ended."""
        share, fate = self.chance.random(), self.chance.random()
        lines = ((0.7, "reports_to"), (0.82, "accountable_to"), (0.93, "part_of"), (1, "supports"))
        self.bodies[key][next(line for most, line in lines if share < most)] = above
        if fate < 0.07:
            self.bodies[key].update({"status": "proposed", "from": "2025-10"})
        elif fate < 0.1:
            self.bodies[key].update({"status": "ended", "from": "2015", "until": "2024-03"})
        if self.chance.random() < 0.3:
            self._seat(key, 0, 3)

    def across(self) -> Iterator[Fields]:
        """The relations that run across."""
        known = list(self.bodies)
        named = (*self.boards, "lsp", "chairs", *(key for key in known if key.startswith("com")))
        hubs = [key for key in named if key in self.bodies]
        seen: set[tuple[str, str]] = set()
        wanted = round(self.count * self.chance.uniform(0.15, 0.3))
        while len(seen) < wanted:
            lower, upper = self.chance.sample(known, 2)
            if self.chance.random() < 0.5:
                upper = self.chance.choice(hubs)
            if lower in ("council", "cabinet", upper) or (lower, upper) in seen:
                continue
            seen.add((lower, upper))
            kind = self.chance.choices(list(_ACROSS), list(_ACROSS.values()))[0]
            yield {"from": lower, "kind": kind, "to": upper}

    def _add(self, key: str, **fields: object) -> bool:
        """Add a body, if one is still missing; whether it was added."""
        if len(self.bodies) >= self.count:
            return False
        cites = f"{self.chance.choice(list(SOURCES))} ¶{self.chance.randint(1, 60)}"
        self.bodies[key] = {**fields, "cites": cites}
        return True

    def _seat(self, key: str, least: int, most: int) -> None:
        """Give a body a chair and some members, unless the structure is a small one."""
        if self.count <= _SEATED:
            return
        members = self.chance.randint(least, most)
        chair = self.chance.random() < 0.85
        seats: list[Fields] = [{"role": "chair", **self._holder(held=chair)}]
        for _ in range(members):
            held = self.chance.random() < 0.8
            holder = self._holder(held=held)
            partner = self.chance.choice(PARTNERS)
            seats.append({"role": "member", "represents": partner, **holder})
        self.bodies[key]["seats"] = seats

    def _holder(self, *, held: bool) -> Fields:
        """Who holds a seat, or that it is vacant."""
        if not held:
            return {"standing": "vacant"}
        key = f"p{len(self.people) + 1}"
        name = f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}"
        self.people[key] = {"name": name, "post": "Councillor"}
        return {"held_by": key}
