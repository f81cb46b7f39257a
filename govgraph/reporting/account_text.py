"""The account of a reader: what was taken from a file, what was left, and why."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from govgraph.formats.account import Account, Fate, Outcome
from govgraph.formats.lossy_fields import label_of
from govgraph.formats.section_order import DECLARATIONS, SECTIONS

_COUNTED = tuple(section for section in (*SECTIONS, *DECLARATIONS) if section.attribute)


def account_as_text(account: Account, *, whole: bool = False) -> str:
    """The account in lines to read: what came in, how, and what did not.

    Args:
        account: of the reading and writing.
        whole: whether to name everything that something was left of, not the first few.
    """
    lines = [f"read: {_counts(account) or 'nothing'}"]
    lines += [f"imported: {taken}" for taken in _taken(account)]
    lines += [f"{left.outcome}: {left.as_line() if whole else left}" for left in account.skipped]
    return "\n".join(lines)


def account_as_data(account: Account) -> dict[str, Any]:
    """The account as plain data: every record of the source is in one of the last three lists."""
    fates = account.fates or tuple(_of_our_own(account))
    return {
        "read": {
            section.attribute: len(getattr(account.structure, section.attribute))
            for section in _COUNTED
            if getattr(account.structure, section.attribute)
        },
        "taken": _taken(account),
        "left": [
            {"what": left.what, "why": left.why}
            | ({"place": str(left.place)} if left.place else {})
            | ({"of": list(left.of)} if left.of else {})
            for left in account.skipped
        ],
        "records": dict(replace(account, fates=fates).records),
        **{
            str(outcome): [_fate(fate) for fate in fates if fate.outcome is outcome]
            for outcome in Outcome
        },
    }


def _of_our_own(account: Account) -> Iterator[Fate]:
    """The records of a file in a format of ours, which are those of the structure."""
    for section in _COUNTED:
        things = getattr(account.structure, section.attribute)
        if things:
            of = tuple(map(label_of, things))
            yield Fate(section.attribute, Outcome.IMPORTED, section.attribute, of=of)


def _fate(fate: Fate) -> dict[str, Any]:
    """What became of some records, as plain data."""
    into = {"into": fate.into} if fate.outcome is Outcome.MERGED else {"as": fate.into}
    return (
        {"what": fate.kind, "count": len(fate.of)}
        | (into if fate.into else {})
        | ({"why": fate.why} if fate.why else {})
        | ({"place": str(fate.place)} if fate.place else {})
        | {"of": list(fate.of)}
    )


def _taken(account: Account) -> list[str]:
    """What became of things of which there were any."""
    return [taken for taken in account.imported if not taken.startswith("0 ")]


def _counts(account: Account) -> str:
    """How many things of each sort the structure holds."""
    counted = {each: len(getattr(account.structure, each.attribute)) for each in _COUNTED}
    return ", ".join(section.counted(count) for section, count in counted.items() if count)
