"""The conservation of records: every one of them is accounted for, once."""

import pytest

from govgraph.errors import LoadError, Place
from govgraph.formats.account import Outcome
from govgraph.formats.ledger import Ledger, close_account
from govgraph.model.structure import Structure


def ledger_of(*names: str) -> Ledger:
    """A ledger that has counted some nodes."""
    ledger = Ledger("plan.graphml")
    for line, name in enumerate(names, start=1):
        ledger.count("node", name, name, Place("plan.graphml", line, 1))
    return ledger


def test_each_record_is_in_one_group() -> None:
    """Those of one kind and fate are together, in the order of the source."""
    ledger = ledger_of("a", "b", "c", "d")
    ledger.skipped("node", "d", "it is nothing")
    ledger.imported("node", "a", "body")
    ledger.merged("node", "b", "node a", "it is the same")
    ledger.imported("node", "c", "body")
    fates = ledger.close()
    assert [(fate.outcome, fate.into, fate.of) for fate in fates] == [
        (Outcome.IMPORTED, "body", ("a", "c")),
        (Outcome.MERGED, "node a", ("b",)),
        (Outcome.SKIPPED, "", ("d",)),
    ]
    assert [fate.place for fate in fates] == [
        None, Place("plan.graphml", 2, 1), Place("plan.graphml", 4, 1),
    ]  # fmt: skip


def test_a_record_that_is_forgotten_is_named() -> None:
    """With its place: the account does not close without it."""
    ledger = ledger_of("a", "b")
    ledger.imported("node", "a", "body")
    with pytest.raises(LoadError, match=r"^plan.graphml:2:1: .* the node 'b' is neither imported"):
        ledger.close()


def test_a_record_has_one_fate() -> None:
    """What is imported cannot be skipped as well."""
    ledger = ledger_of("a")
    ledger.imported("node", "a", "body")
    ledger.skipped("node", "a", "it is nothing")
    with pytest.raises(LoadError, match="the node 'a' is imported and skipped"):
        ledger.close()


def test_what_was_never_counted_is_no_record() -> None:
    """A reader cannot invent what the parser did not see."""
    ledger = ledger_of()
    ledger.imported("node", "z", "body")
    with pytest.raises(LoadError, match="the node 'z' is imported and was not counted"):
        ledger.close()


def test_a_record_is_counted_once() -> None:
    """Two records under one key would hide one of them."""
    ledger = ledger_of("a", "a")
    ledger.imported("node", "a", "body")
    with pytest.raises(LoadError, match="the node 'a' is counted twice"):
        ledger.close()


def test_a_record_without_a_name_goes_by_its_number() -> None:
    """So that it can be found all the same."""
    ledger = Ledger("plan.json")
    for key in ("x", "y"):
        ledger.count("post", key)
        ledger.skipped("post", key, "it is of nobody")
    assert ledger.close()[0].of == ("1", "2")


def test_people_are_told_in_words() -> None:
    """Of what was imported, merged and skipped; a field that goes with its record is not news."""
    ledger = ledger_of("a", "b")
    ledger.count("node.colour", "a", "a")
    ledger.count("node.id", "b", "b")
    ledger.imported("node", "a", "body")
    ledger.merged("node", "b", "node a", "it is the same")
    ledger.skipped("node.colour", "a", "it says how to draw")
    ledger.merged("node.id", "b", "the node", "it goes with its record")
    account = close_account(Structure(), ledger)
    assert account.imported == ("1 node as body",)
    assert [str(left) for left in account.skipped] == [
        "plan.graphml:2:1: 1 node merged into node a (b): it is the same",
        "the field 'colour' (node) (a): it says how to draw",
    ]
    assert account.records == {"node": 2, "node.colour": 1, "node.id": 1}
