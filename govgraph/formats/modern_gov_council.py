"""The committees of one council, as a site of modern.gov lists them.

A site lists the committees of its council: each is part of it, and a sub-committee is part of its
committee. Neither is a line of account. One is read only where a committee's own words say which
committee of the list appoints it, and then it is implied.
"""

import re
from dataclasses import replace

from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.modern_gov_records import COMMITTEE, Records
from govgraph.formats.xml_tree import XmlElement
from govgraph.model.bodies import Body, Status
from govgraph.model.names import normalise
from govgraph.model.relations import Relation
from govgraph.model.sources import Basis, Citation

_ID = ("committeeid", "subcommitteeid")
_TITLE = ("committeetitle", "subcommitteetitle", "committeename", "title")
_REMIT = re.compile("purpose|description|remit|termsofreference")
_PARENT = re.compile("parent.*id$")
_PARENT_COMMITTEE = "parentcommittee"
_OVER = ("committeeexpired", "committeedeleted")
_NOT_ITS_OWN = re.compile(r"outside|external|joint|partner|parish", re.IGNORECASE)
"""Categories of committees that a site lists and that are not, or not only, of its council."""
_OUTSIDE = re.compile(r"outside|external", re.IGNORECASE)
"""Of those the ones whose governance is elsewhere."""
_THE_COUNCIL = ("council", "full council")
_APPOINTED = re.compile(r"\bappointed by (?:the )?([^.;,:()]+)", re.IGNORECASE)


class Council:
    """One council and its committees, as far as its files tell.

    Attributes:
        name: what its folder is called; its files do not say.
        bodies: the council, and each committee under its number.
    """

    def __init__(self, name: str, records: Records, ids: Identifiers, *, alone: bool) -> None:
        self.name = name
        self._records = records
        self._ids, self._alone = ids, alone
        id_ = ids.of(("council", name), name, written=slug(name))
        self.bodies = {"": Body(id=id_, name=name, kind="council", area=name)}
        self.relations: dict[tuple[str, str, str], Relation] = {}
        self._keys: dict[int, str] = {}
        self._parents: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def note_title(self, element: XmlElement) -> None:
        """Note what a committee is called, before any answer that gives its number alone."""
        if title := self._records.get(element, *_TITLE):
            self._titles.setdefault(self._key(element), title)

    def take(self, element: XmlElement, cites: Citation) -> None:
        """Take a committee as a body, or what it says further of one that is known."""
        key = self._key(element)
        if not key:
            self._records.skipped(element, "it has neither a title nor a number")
            return
        self._keys[id(element)] = key
        self._note_parent(element, key)
        known = self.bodies.get(key)
        if known is None:
            self.bodies[key] = self._body(element, key, cites)
            self._records.imported(element, "body")
        else:
            self.bodies[key] = _together(known, self._body(element, key, cites))
            why = "it is the same committee in another answer of the service"
            self._records.merged(element, f"body {known.id}", why)

    def around(self, element: XmlElement) -> str:
        """The number of the committee in which an element stands, if it stands in one."""
        outer = element.outer(*COMMITTEE)
        return self._keys.get(id(outer), "") if outer else ""

    def relate(self) -> None:
        """Add what committees are part of, and who appoints them, once all are known."""
        titles = dict.fromkeys(_THE_COUNCIL, "")
        titles |= {normalise(body.name): key for key, body in self.bodies.items()}
        for key, body in list(self.bodies.items())[1:]:
            said = _APPOINTED.search(body.remit)
            appointing = titles.get(normalise(said[1])) if said else None
            parent = self._parents.get(key)
            if said and appointing is not None and appointing != key:
                note = f"The site says: {said[0].strip()}"
                self._add(body, "accountable_to", appointing, Basis.IMPLIED, note)
            if parent and parent != appointing:
                self._add(body, "part_of", parent, Basis.STATED)
            elif not parent and appointing is None and not any(map(_NOT_ITS_OWN.search, body.tags)):
                self._add(body, "part_of", "", Basis.IMPLIED)

    def _add(self, body: Body, kind: str, to: str, basis: Basis, note: str = "") -> None:
        """Add a relation to another body of this council, perhaps one that no file describes."""
        known = self.bodies.get(to)
        end = known.id if known else self._ids.of((self.name, to), f"committee {to}")
        line = Relation(
            from_body=body.id, kind=kind, to_body=end, basis=basis, note=note, cites=body.cites
        )
        self.relations.setdefault(line.key, line)

    def _key(self, element: XmlElement) -> str:
        """The number of a committee, or its title."""
        get = self._records.get
        return get(element, *_ID) or normalise(get(element, *_TITLE))

    def _body(self, element: XmlElement, key: str, cites: Citation) -> Body:
        """The body that one answer makes of a committee."""
        get = self._records.get
        category, name = get(element, "committeecategory"), self._titles.get(key, key)
        over = [get(element, name).casefold() == "true" for name in _OVER]
        return Body(
            id=self._ids.of((self.name, key), name if self._alone else f"{self.name} {name}"),
            name=name,
            kind="committee",
            outside=bool(_OUTSIDE.search(category)),
            area=self.name,
            tags=(category,) if category else (),
            remit=self._records.like(element, _REMIT),
            status=Status.ENDED if any(over) else Status.ACTIVE,
            cites=(cites,),
            place=element.place,
        )

    def _note_parent(self, element: XmlElement, key: str) -> None:
        """Note of which committee another is a sub-committee: by number, or standing within it."""
        number = self._records.like(element, _PARENT)
        for inner in element.children:
            if inner.name == _PARENT_COMMITTEE and not number:
                number = self._key(inner)
        parent = number if number and number != "0" else self.around(element)
        if parent and parent != key:
            self._parents.setdefault(key, parent)


def _together(known: Body, said: Body) -> Body:
    """One committee of two answers: what the first does not say, the second may."""
    ended = Status.ENDED in {known.status, said.status}
    return replace(
        known,
        outside=known.outside or said.outside,
        tags=known.tags or said.tags,
        remit=known.remit or said.remit,
        status=Status.ENDED if ended else Status.ACTIVE,
        cites=tuple(dict.fromkeys((*known.cites, *said.cites))),
    )
