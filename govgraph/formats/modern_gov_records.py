"""The records of answers of modern.gov's web service, each counted, and what of them was used.

A record is an element with attributes or with elements that hold nothing but text, which are its
fields; any other element only holds records.
"""

import html
import re
from collections.abc import Iterable, Iterator

from govgraph.formats.account import Outcome
from govgraph.formats.ledger import FIELD, PART, WITH_RECORD, Ledger
from govgraph.formats.values import in_one_line
from govgraph.formats.xml_tree import XmlElement

COMMITTEE = ("committee", "subcommittee", "childcommittee")
PERSON = ("councillor", "member", "committeemember", "representative")
WARD, TERM = "ward", "termofoffice"
KNOWN = (*COMMITTEE, *PERSON)
_NO_PLACE = "a structure has no place for it"
_CONTACT = "how to reach somebody is not governance"
_MEETINGS = "a structure holds bodies, and not what they do when they meet"
_REASONS = {
    **dict.fromkeys(("workaddress", "homeaddress", "address", "photosmallurl"), _CONTACT),
    **dict.fromkeys(("photobigurl", "email", "phone", "mobile", "additionalcontactinfo"), _CONTACT),
    **dict.fromkeys(("meeting", "attendee", "agendaitem", "linkeddoc", "attachment"), _MEETINGS),
}
"""Why things are skipped, and whatever stands within them."""
_OWN_REASONS = {
    **dict.fromkeys(("councillorcount", "councillors"), "it counts what is read"),
    TERM: "it is over, or a later one is read",
}
_TAG = re.compile(r"<[^>]*>")


class Records:
    """The records of some files."""

    def __init__(self, ledger: Ledger, roots: Iterable[XmlElement]) -> None:
        self._ledger = ledger
        self._found: dict[int, XmlElement] = {}
        self._used: set[tuple[int, str]] = set()
        self._refused: dict[tuple[int, str], str] = {}
        for root in roots:
            for element in root.walk():
                self._count(element)

    def of(self, *names: str) -> Iterator[XmlElement]:
        """The records of some names, in the order of the files."""
        return (element for element in self._found.values() if element.name in names)

    def get(self, record: XmlElement, *names: str) -> str:
        """What a record says in the first of some fields that holds anything, on one line."""
        for name in names:
            texts = [record.attributes.get(name, "")]
            texts += [child.text() for child in record.children if child.name == name]
            if text := next(filter(str.strip, texts), ""):
                self._used.add((id(record), name))
                return plain(text)
        return ""

    def refuse(self, record: XmlElement, names: Iterable[str], why: str) -> None:
        """Say that what was got from the first of some fields cannot be used."""
        for name in names:
            if (id(record), name) in self._used:
                self._refused[id(record), name] = why

    def like(self, record: XmlElement, words: re.Pattern[str]) -> str:
        """What a record says in the first field whose name holds some words."""
        names = dict.fromkeys(_fields(record))
        return self.get(record, *(name for name in names if words.search(name)))

    def imported(self, record: XmlElement, into: str) -> None:
        """Say that a record is in the structure, and as what."""
        self._ledger.imported(record.name, id(record), into)

    def merged(self, record: XmlElement, into: str, why: str) -> None:
        """Say that a record is part of something that is in the structure already."""
        self._ledger.merged(record.name, id(record), into, why)

    def skipped(self, record: XmlElement, why: str) -> None:
        """Say that a record is not in the structure."""
        self._ledger.skipped(record.name, id(record), why)

    def settle(self) -> None:
        """Say what became of every record and field of which nothing was said yet."""
        for key, element in self._found.items():
            if self._ledger.outcome(element.name, key) is None:
                self._settle_record(element)
            outcome = self._ledger.outcome(element.name, key)
            counts: dict[str, int] = {}
            for name in _fields(element):
                counts[name] = counts.get(name, 0) + 1
                self._settle_field(element, name, counts[name], outcome)

    def _count(self, element: XmlElement) -> None:
        """Count an element and its fields, if it is a record."""
        fields = list(_fields(element))
        if not fields and element.name not in KNOWN:
            return
        self._found[id(element)] = element
        said = _named(element)
        self._ledger.count(element.name, id(element), said, element.place)
        counts: dict[str, int] = {}
        for name in fields:
            counts[name] = counts.get(name, 0) + 1
            kind = f"{element.name}{FIELD}{name}"
            self._ledger.count(kind, (id(element), counts[name]), said)

    def _settle_record(self, element: XmlElement) -> None:
        """Say of a record that it was used as part of another, or has no place."""
        if any(key == id(element) for key, _ in self._used):
            self._ledger.imported(element.name, id(element), PART)
        else:
            self._ledger.skipped(element.name, id(element), _reason(element))

    def _settle_field(
        self, element: XmlElement, name: str, number: int, outcome: Outcome | None
    ) -> None:
        """Say what became of one field."""
        kind, key = f"{element.name}{FIELD}{name}", (id(element), number)
        if outcome is Outcome.SKIPPED:
            self._ledger.skipped(kind, key, WITH_RECORD)
        elif (id(element), name) in self._refused and number == 1:
            self._ledger.skipped(kind, key, self._refused[id(element), name])
        elif number > 1 or (id(element), name) not in self._used:
            self._ledger.skipped(kind, key, (_OWN_REASONS | _REASONS).get(name, _NO_PLACE))
        elif outcome is Outcome.MERGED:
            self._ledger.merged(kind, key, f"the {element.name}", WITH_RECORD)
        else:
            self._ledger.imported(kind, key, f"part of its {element.name}")


def plain(text: str) -> str:
    """A text without its mark-up, which the service writes twice over, on one line.

    >>> plain("&lt;p&gt;Ward&amp;#39;s members&lt;/p&gt;")
    "Ward's members"
    """
    return in_one_line(_TAG.sub(" ", html.unescape(html.unescape(text))))


def _fields(element: XmlElement) -> Iterator[str]:
    """The names of the fields of an element that hold anything."""
    yield from (name for name, value in element.attributes.items() if value.strip())
    for child in element.children:
        if child.is_leaf and child.own_text.strip():
            yield child.name


def _named(element: XmlElement) -> str:
    """What a record is called in an account: what its title or name says."""
    for ending in ("title", "name", "id"):
        for child in element.children:
            if child.is_leaf and child.name.endswith(ending) and child.own_text.strip():
                return plain(child.own_text)
    return next((plain(value) for value in element.attributes.values() if value.strip()), "")


def _reason(element: XmlElement) -> str:
    """Why an element is skipped: for its own name, or for that of one around it."""
    around: XmlElement | None = element
    reason = _OWN_REASONS.get(element.name, "")
    while around and not reason:
        reason = _REASONS.get(around.name, "")
        around = around.within
    return reason or _NO_PLACE
