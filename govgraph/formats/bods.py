"""Beneficial Ownership Data Standard, versions 0.1 to 0.4 (standard.openownership.org).

Entities, and people who own or control one, become bodies. Owning is not answering: an interest
becomes `owned_or_controlled_by`, a declared kind of relation that makes no line of account. See
docs/decisions/0013-ownership-is-no-line-of-account.md.
"""

from collections.abc import Sequence
from pathlib import Path

from govgraph.formats.account import Account
from govgraph.formats.bods_taking import Ownership
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import ListNode, MapNode, Node
from govgraph.formats.problems import Problems
from govgraph.formats.taking import Taking, take_json

_STATEMENT = "statement"


def read_file(path: Path, limits: Limits) -> Account:
    """The structure of ownership and control that a file of statements describes.

    Of several statements of one record the latest holds; a closed record has ended.

    Raises:
        LoadError: the file cannot be read, is no JSON, or holds no statements.
    """
    problems = Problems(limits)
    taking, root = take_json(path, problems)
    statements = _statements(taking, root)
    if not statements:
        taking.reading.reject(root, "holds no statements of the Beneficial Ownership Data Standard")
        problems.raise_if_any()
    current = _current(taking, statements)
    ownership = Ownership(taking)
    for statement in current:
        ownership.take_party(statement)
    for statement in current:
        ownership.take_interests(statement)
    return ownership.account(len(statements) - len(current))


def _statements(taking: Taking, root: Node) -> list[MapNode]:
    """The statements of a file: a list of them, or one alone."""
    nodes = root.items if isinstance(root, ListNode) else [root]
    found = [
        node
        for node in nodes
        if isinstance(node, MapNode) and {"statementId", "statementID"} & {*node.entries}
    ]
    if found and len(found) < len(nodes):
        taking.leave(f"{len(nodes) - len(found)} items of the list", "they are no statements")
    for node in found:
        taking.open(_STATEMENT, node)
    return found


def _current(taking: Taking, statements: Sequence[MapNode]) -> list[MapNode]:
    """The statements that hold: the latest of each record, and none that another replaces."""
    replaced = {
        text
        for statement in statements
        for node in taking.items(_STATEMENT, statement, "replacesStatements")
        if (text := getattr(node, "text", None))
    }
    latest: dict[str, tuple[str, int]] = {}
    for number, statement in enumerate(statements):
        key = _record(taking, statement)
        dated = (taking.text(_STATEMENT, statement, "statementDate"), number)
        latest[key] = max(dated, latest.get(key, dated))
    return [
        statement
        for number, statement in enumerate(statements)
        if latest[_record(taking, statement)][1] == number
        and taking.text(_STATEMENT, statement, "statementID") not in replaced
    ]


def _record(taking: Taking, statement: MapNode) -> str:
    """What a statement is about: its record, or itself before version 0.4."""
    return taking.text(_STATEMENT, statement, "recordId", "statementId", "statementID")
