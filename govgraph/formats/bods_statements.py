"""Statements of the Beneficial Ownership Data Standard as records, with what stands within them."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.formats.importing import Importing, Sorts
from govgraph.formats.nodes import ListNode, MapNode, Node, TextNode

ENTITY, PERSON, RELATIONSHIP = "entity", "person", "relationship"
_PARTS = {
    "entity": ENTITY, "entityStatement": ENTITY,
    "person": PERSON, "personStatement": PERSON,
    "relationship": RELATIONSHIP, "ownershipOrControlStatement": RELATIONSHIP,
}  # fmt: skip
_UNSPECIFIED = "unspecified party"
_ENTITY = {
    "entityType": "entity type",
    "entitySubtype": "entity type",
    "jurisdiction": "jurisdiction",
    "incorporatedInJurisdiction": "jurisdiction",
    "unspecifiedEntityDetails": _UNSPECIFIED,
    "unspecified": _UNSPECIFIED,
}
_PERSON = {"names": "name", "unspecifiedPersonDetails": _UNSPECIFIED, "unspecified": _UNSPECIFIED}
_RELATIONSHIP = {"interests": "interest", "subject": "party", "interestedParty": "party"}
_FIELDS = {ENTITY: _ENTITY, PERSON: _PERSON, RELATIONSHIP: _RELATIONSHIP, "": {}}
_WITHIN: Sorts = {
    **_FIELDS,
    # Before version 0.4 the details stand in the statement itself.
    **{
        f"{part} statement".strip(): {"recordDetails": part or "details", **fields}
        for part, fields in _FIELDS.items()
    },
    "interest": {"share": "share"},
    "party": {"unspecified": _UNSPECIFIED},
}


class Statement(NamedTuple):
    """One statement.

    Attributes:
        node: the statement itself.
        part: whether it is about an entity, a person or a relationship; nothing if about none.
        id: the id of the statement.
        record: the record that it is about, from version 0.4 on.
        date: when it was made, as it is written.
        status: what it makes of its record: new, updated or closed.
        replaces: the ids of the statements that it replaces, before version 0.4.
        number: its place in the file.
    """

    node: MapNode
    part: str
    id: str
    record: str
    date: str
    status: str
    replaces: tuple[str, ...]
    number: int

    @property
    def sort(self) -> str:
        """The kind of record that it is in the account."""
        return f"{self.part} statement".strip()

    @property
    def key(self) -> str:
        """What it is about: its record, or itself before version 0.4."""
        return self.record or self.id or f"statement {self.number + 1}"

    @property
    def has_ended(self) -> bool:
        """Whether it closes its record."""
        return self.status == "closed"

    def details(self) -> tuple[str, MapNode]:
        """Where the details stand, and as which kind of record they are counted."""
        entry = self.node.entries.get("recordDetails")
        if entry and isinstance(entry.value, MapNode):
            return self.part, entry.value
        return self.sort, self.node


def count_statements(importing: Importing, root: Node) -> list[Statement]:
    """The statements of a file, each counted with what is in it; other things are skipped."""
    nodes = root.items if isinstance(root, ListNode) else [root]
    found: list[Statement] = []
    for node in nodes:
        if isinstance(node, MapNode) and {"statementId", "statementID"} & {*node.entries}:
            statement = _read(importing, node, len(found))
            importing.count(statement.sort, node, _WITHIN)
            found.append(statement)
        else:
            importing.count("item", node, {})
            if isinstance(node, MapNode):
                importing.skip("item", node, "it is no statement")
    return found


def _read(importing: Importing, node: MapNode, number: int) -> Statement:
    """What a statement says of itself."""
    replaced = importing.value(node, "replacesStatements")
    items = replaced.items if isinstance(replaced, ListNode) else filter(None, [replaced])
    return Statement(
        node=node,
        part=_PARTS.get(importing.text(node, "recordType", "statementType"), ""),
        id=importing.text(node, "statementId", "statementID"),
        record=importing.text(node, "recordId"),
        date=importing.text(node, "statementDate"),
        status=importing.text(node, "recordStatus").casefold(),
        replaces=tuple(_texts(items)),
        number=number,
    )


def _texts(items: object) -> Iterator[str]:
    """The texts among some nodes."""
    for item in items if isinstance(items, list | tuple | filter) else ():
        if isinstance(item, TextNode) and item.text:
            yield item.text
