"""A structure made step by step in Python, checked as a file is when it is done."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from govgraph.errors import SettingsError, UnknownNameError
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.python_data import read_mapping
from govgraph.model.dates import PartialDate
from govgraph.model.names import nearest_words, normalise
from govgraph.model.structure import Structure

Fields = dict[str, Any]


class Builder:
    """Makes a structure: bodies and people by their names, each under an id of its own.

    Fields have the names of a structure file; `from_` is `from`. Nothing is checked before `done`,
    which tells every problem at once.

    >>> import govgraph
    >>> making = govgraph.structure("Riverside", as_at="2026-04")
    >>> making.body("Council", kind="council", apex=True)
    'council'
    >>> making.line("Audit Committee", "Council", kind="committee_of")
    >>> making.done()
    <Structure 'Riverside': 2 bodies, 1 relation>
    """

    def __init__(self, title: str, **fields: Any) -> None:  # noqa: ANN401 - any of a structure
        self._ids: dict[str, Identifiers] = {}
        self._known: dict[str, dict[str, str]] = {"bodies": {}, "people": {}, "sources": {}}
        self._data: dict[str, Any] = {"structure": _named(title=title, **fields)}

    def body(self, name: str, kind: str = "body", *, id: str = "", **fields: Any) -> str:  # noqa: A002, ANN401 - as in a file
        """Record a body, and give its id; what a line had named already is filled in.

        Args:
            name: what it is called.
            kind: what kind of body it is: `board`, `committee`, `council` and so on.
            id: its id; made of its name unless given.
            fields: any other field of a body: `apex=True`, `area="Hart"`, `cites=["minutes"]`.
        """
        return self._record("bodies", name, id, {"kind": kind, **fields})

    def line(
        self,
        answers: str,
        to: str,
        kind: str = "accountable_to",
        **fields: Any,  # noqa: ANN401 - any of a relation
    ) -> None:
        """Record that one body answers to another, or is something else to it by its `kind`.

        A body that nobody has recorded yet is recorded by its name.

        Raises:
            UnknownNameError: a name is nearly that of a body recorded already.
        """
        ends = {"from": self._body(answers), "to": self._body(to), "kind": kind}
        self._data.setdefault("relations", []).append(ends | _named(**fields))

    def person(self, name: str, *, id: str = "", **fields: Any) -> str:  # noqa: A002, ANN401 - as above
        """Record a person, and give their id."""
        return self._record("people", name, id, fields)

    def seat(
        self,
        body: str,
        role: str = "member",
        held_by: str | Iterable[str] = (),
        **fields: Any,  # noqa: ANN401 - as above
    ) -> None:
        """Record a seat on a body, and who holds it; people are recorded by their names."""
        names = (held_by,) if isinstance(held_by, str) else tuple(held_by)
        people = [self._known["people"].get(normalise(name)) or self.person(name) for name in names]
        seat = {"body": self._body(body), "role": role, "held_by": people} | _named(**fields)
        self._data.setdefault("seats", []).append(seat)

    def source(
        self,
        title: str,
        date: str | date | PartialDate | None = None,
        *,
        id: str = "",  # noqa: A002 - as above
        **fields: Any,  # noqa: ANN401 - as above
    ) -> str:
        """Record a source, and give the id by which `cites` names it."""
        return self._record("sources", title, id, {"date": date, **fields}, called="title")

    def done(self) -> Structure:
        """The structure, checked as a file is.

        Raises:
            LoadError: something in it is wrong; carries every problem, with the keys that lead
                there.
        """
        return read_mapping(self._data)

    def _body(self, name: str) -> str:
        known = self._known["bodies"]
        if found := known.get(normalise(name)) or (
            name if name in self._data.get("bodies", {}) else ""
        ):
            return found
        if close := nearest_words((normalise(name),), sorted(known)):
            raise UnknownNameError("body", name, (known[close[0]],))
        return self.body(name)

    def _record(
        self, section: str, name: str, id_: str, fields: Fields, called: str = "name"
    ) -> str:
        if not isinstance(name, str) or not name.strip():
            raise SettingsError(f"the {called} of one of the {section} is {name!r}, not a text")
        known, held = self._known[section], self._data.setdefault(section, {})
        before = known.get(normalise(name))
        if before is None or id_:
            ids = self._ids.setdefault(section, Identifiers())
            before = known[normalise(name)] = ids.of(id_ or normalise(name), name, written=id_)
        held[before] = held.get(before, {}) | {called: name} | _named(**fields)
        return before


def _named(**fields: Any) -> Fields:  # noqa: ANN401 - any field
    """Fields under their names in a file, those without a value left out."""
    return {key.rstrip("_"): value for key, value in fields.items() if value is not None}
