"""The records of a Popolo file: what stands within what, and which of them are one thing.

An id that is used for things with different names is used for different things, of which each is
kept. A description without an id is of a thing of its own, unless it only names an organisation.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govgraph.formats.identifiers import Identifiers
from govgraph.formats.importing import Importing, filled
from govgraph.formats.nodes import MapNode, TextNode
from govgraph.formats.values import composed, plain

BODY, PERSON, SEAT, POST, AREA = "organization", "person", "membership", "post", "area"
OTHER_NAME = "other name"
WITHIN: Mapping[str, Mapping[str, str]] = {
    BODY: {
        "parent": BODY, "area": AREA, "other_names": OTHER_NAME, "posts": POST, "memberships": SEAT,
    },
    PERSON: {"other_names": OTHER_NAME, "memberships": SEAT},
    POST: {"organization": BODY, "area": AREA, "memberships": SEAT},
    SEAT: {
        "person": PERSON, "organization": BODY, "post": POST, "on_behalf_of": BODY, "member": BODY,
        "area": AREA,
    },
    AREA: {"parent": AREA},
}  # fmt: skip


TELLING: Mapping[str, tuple[str, ...]] = {
    BODY: ("name",),
    PERSON: ("name",),
    POST: ("label", "role", "organization_id"),
    AREA: ("name",),
}
"""The fields that tell things of one id apart: the first is what they are called."""


@dataclass(eq=False, slots=True)
class Thing:
    """One thing and every description of it, the first first.

    Attributes:
        written: its id in the file, if it has one, in one form of its letters.
        spelt: the id letter by letter, and whether it is a number there.
        said: what its descriptions say in the fields that tell such things apart.
    """

    written: str = ""
    spelt: tuple[str, bool] = ("", False)
    said: dict[str, str] = field(default_factory=dict)
    descriptions: list[MapNode] = field(default_factory=list)

    def agrees(self, said: Mapping[str, str]) -> bool:
        """Whether a description may be of this thing: none of its words are other words."""
        return all(plain(self.said.get(name, text)) == plain(text) for name, text in said.items())


class Things:
    """The things of one kind, by their ids in the file and by their descriptions."""

    def __init__(self, importing: Importing, sort: str) -> None:
        self.importing = importing
        self.sort = sort
        self.by_node: dict[int, Thing] = {}
        self.by_id: dict[str, list[Thing]] = {}
        self.by_name: dict[str, list[Thing]] = {}
        self._by_both: dict[tuple[str, str], list[Thing]] = {}
        self.ids = Identifiers()
        nodes = [found.node for found in importing.of(sort)]
        for named_alone in (False, True):
            for node in nodes:
                if self._is_named_alone(node) is named_alone:
                    self._add(node)
        self.all = [*dict.fromkeys(self.by_node[id(node)] for node in nodes)]

    def assign(self, references: Iterable[str]) -> None:
        """Give each thing its id, and each id that is only referred to, so that none is another."""
        self.ids.keep([*(thing.written for thing in self.all), *map(composed, references)])
        for thing in self.all:
            self.id_of(thing)

    def id_of(self, thing: Thing) -> str:
        """The id of a thing: that in the file, of which the first to use it keeps it as it is."""
        if thing.written and self.by_id[thing.written][0] is thing:
            return self.ids.of(("id", thing.written), written=thing.written)
        name = thing.said.get(TELLING[self.sort][0], "")
        return self.ids.of(("thing", id(thing)), name, written=thing.written)

    def meant_by(self, node: TextNode) -> Thing | None:
        """The thing that goes by an id: of several the one whose id is written just so."""
        return _spelt_so(self.by_id.get(id_text(node), []), _spelling(node))

    def id_meant_by(self, node: TextNode) -> str:
        """The id of what is referred to, also where it is described nowhere."""
        thing = self.meant_by(node)
        return self.id_of(thing) if thing else self.ids.of(("id", id_text(node)))

    def shared_ids(self) -> Iterator[tuple[str, list[Thing]]]:
        """The ids that several things use."""
        return ((text, things) for text, things in self.by_id.items() if len(things) > 1)

    def _add(self, node: MapNode) -> None:
        """Take in a description, of a thing that is known or of a new one."""
        id_ = node.entries["id"].value if "id" in node.entries else None
        id_ = id_ if type(id_) is TextNode else TextNode("", 1, 1)
        written, spelt = id_text(id_), _spelling(id_)
        said = {
            name: text for name in TELLING[self.sort] if (text := self.importing.text(node, name))
        }
        called = TELLING[self.sort][0]
        thing = self._known(written, spelt, said, node)
        if thing is None:
            thing = Thing(written, spelt)
            if written:
                self.by_id.setdefault(written, []).append(thing)
            self.by_name.setdefault(plain(said.get(called, "")), []).append(thing)
        if not thing.descriptions or (called in said and called not in thing.said):
            self._by_both.setdefault((written, plain(said.get(called, ""))), []).append(thing)
        thing.said = said | thing.said
        thing.descriptions.append(node)
        self.by_node[id(node)] = thing

    def _known(
        self, written: str, spelt: tuple[str, bool], said: Mapping[str, str], node: MapNode
    ) -> Thing | None:
        """The thing that a description is of, if it is known."""
        if written:
            name = plain(said.get(TELLING[self.sort][0], ""))
            of_name = [
                *self._by_both.get((written, name), ()),
                *self._by_both.get((written, ""), ()),
            ]
            likely = of_name if name else self.by_id.get(written, ())
            return _spelt_so([thing for thing in likely if thing.agrees(said)], spelt)
        if not self._is_named_alone(node) or "name" not in said:  # a name that is no text
            return None
        alike = self.by_name.get(plain(said["name"]), [])
        return alike[0] if len(alike) == 1 else None

    def _is_named_alone(self, node: MapNode) -> bool:
        """Whether a description of an organisation says its name and no more: a reference."""
        return self.sort == BODY and [name for name, _ in filled(node)] == ["name"]


def id_text(node: TextNode) -> str:
    """An id as it is written, in one form of its letters."""
    return composed((node.text or "").strip())


def _spelling(node: TextNode) -> tuple[str, bool]:
    """An id letter by letter, and whether it is a number."""
    return (node.text or "").strip(), node.bare


def _spelt_so(things: Sequence[Thing], spelt: tuple[str, bool]) -> Thing | None:
    """Of some things of one id the one whose id is written so, else the first."""
    return next((each for each in things if each.spelt == spelt), next(iter(things), None))
