"""The account of a reader: what was taken from a file, what was left, and why."""

from typing import Any

from govgraph.formats.account import Account
from govgraph.formats.sections import DECLARATIONS, SECTIONS

_COUNTED = tuple(section for section in (*SECTIONS, *DECLARATIONS) if section.attribute)


def account_as_text(account: Account) -> str:
    """The account in lines to read: what came in, how, and what did not."""
    lines = [f"read: {_counts(account) or 'nothing'}"]
    lines += [f"taken: {taken}" for taken in account.taken]
    lines += [f"left: {left}" for left in account.left]
    return "\n".join(lines)


def account_as_data(account: Account) -> dict[str, Any]:
    """The account as plain data."""
    return {
        "read": {
            section.attribute: len(getattr(account.structure, section.attribute))
            for section in _COUNTED
            if getattr(account.structure, section.attribute)
        },
        "taken": list(account.taken),
        "left": [
            {"what": left.what, "why": left.why}
            | ({"place": str(left.place)} if left.place else {})
            for left in account.left
        ],
    }


def _counts(account: Account) -> str:
    """How many things of each sort the structure holds."""
    counted = account_as_data(account)["read"]
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counted.items())
