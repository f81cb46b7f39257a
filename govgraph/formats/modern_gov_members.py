"""The members of committees and the councillors of wards, as people with seats."""

import re
from dataclasses import replace

from govgraph.formats.identifiers import Identifiers
from govgraph.formats.modern_gov_council import Council
from govgraph.formats.modern_gov_records import TERM, WARD, Records
from govgraph.formats.organogram_words import standing_of
from govgraph.formats.problems import shown
from govgraph.formats.role_words import role_of
from govgraph.formats.written_dates import without_time
from govgraph.formats.xml_tree import XmlElement
from govgraph.model.dates import PartialDate
from govgraph.model.names import normalise
from govgraph.model.seats import Person, Seat, SeatStatus
from govgraph.model.sources import Citation

_ID = ("councillorid", "memberid", "userid", "uid")
_NAME = ("fullusername", "membername", "fullname", "displayname", "username", "name")
_PARTY = ("politicalpartytitle", "politicalparty", "politicalgrouptitle")
_ROLE = re.compile("role|position|capacity")
_LIKE_A_NAME = re.compile("name$|usertitle$|membertitle$")
_STARTS, _ENDS = ("startdate", "datefrom"), ("enddate", "dateto")
_VACANT = re.compile(r"\W*(?:vacan\w+|to be (?:appointed|confirmed))\b", re.IGNORECASE)
_OPEN = "unspecified"
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")


class Members:
    """The people of one council, and the seats they have on it and on its committees."""

    def __init__(self, council: Council, records: Records, ids: Identifiers) -> None:
        self._council, self._records, self._ids = council, records, ids
        self.people: dict[str, Person] = {}
        self.seats: dict[tuple[str, str, str, str], Seat] = {}

    def take(self, element: XmlElement, cites: Citation) -> None:
        """Take somebody as a person, with a seat on the committee or for the ward around them."""
        name = self._records.get(element, *_NAME) or self._records.like(element, _LIKE_A_NAME)
        if not name:
            self._records.skipped(element, "it has no name")
        elif _VACANT.match(name) or standing_of(name) is SeatStatus.VACANT:
            if self._seat(element, "", cites):
                self._records.imported(element, "vacant seat")
            else:
                self._records.skipped(element, "it is nobody, on nothing")
        else:
            self._seat(element, self._person(element, name), cites)

    def _person(self, element: XmlElement, name: str) -> str:
        """The id of a person, who goes by a number in all answers of one council."""
        get = self._records.get
        key = get(element, *_ID) or normalise(name)
        known = self.people.get(key)
        if known is None:
            id_ = self._ids.of(("person", self._council.name, key), name)
            known = Person(id=id_, name=name, organisation=self._council.name, place=element.place)
            self._records.imported(element, "person")
        else:
            why = "it is the same person in another answer or committee"
            self._records.merged(element, f"person {known.id}", why)
        others = (name,) if normalise(name) != normalise(known.name) else ()
        self.people[key] = replace(
            known,
            post=known.post or get(element, "keyposts"),
            note=known.note or get(element, *_PARTY),
            also_known_as=tuple(dict.fromkeys((*known.also_known_as, *others))),
        )
        return known.id

    def _seat(self, element: XmlElement, holder: str, cites: Citation) -> bool:
        """Add a seat, unless the same is there; whether it is on anything."""
        get = self._records.get
        committee, ward = self._council.around(element), element.outer(WARD)
        if not committee and ward is None:
            return False
        district = get(ward, "wardtitle") if ward else ""
        represents = district or get(element, "representing")
        role, note = role_of(self._records.like(element, _ROLE) or "member")
        terms = [each for each in element.walk() if each.name == TERM] or [element]
        seat = Seat(
            body=self._council.bodies[committee].id,
            role=role,
            held_by=(holder,) if holder else (),
            standing=SeatStatus.SUBSTANTIVE if holder else SeatStatus.VACANT,
            represents=(represents,) if represents else (),
            note=note,
            from_=self._date(terms[-1], _STARTS),
            until=self._date(terms[-1], _ENDS),
            cites=(cites,),
            place=element.place,
            body_place=element.place,
        )
        # Of those who hold one seat once, of vacancies each.
        who = holder or f" {len(self.seats)}"
        self.seats.setdefault((seat.body, who, role, represents), seat)
        return True

    def _date(self, record: XmlElement, names: tuple[str, ...]) -> PartialDate | None:
        """A day as the service writes it; `unspecified` is none, and what else is none is named."""
        text = self._records.get(record, *names)
        found = _DAY.match(text)
        try:
            day = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text
            date = PartialDate.parse(without_time(day)) if day else None
        except ValueError:
            date = None
        if text and date is None and text.casefold() != _OPEN:
            self._records.refuse(record, names, f"'{shown(text)}' is no date")
        return date
