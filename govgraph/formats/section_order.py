"""The sections of the structure file, as data, in the order in which they are best written."""

from govgraph.formats.fields import Section
from govgraph.formats.kind_records import BODY_KIND, RELATION_KIND, VIEW
from govgraph.formats.record_fields import (
    BODY,
    MILESTONE,
    RELATION,
    SOURCE,
    STRUCTURE,
)
from govgraph.formats.rule_records import POLICY_RULE, REQUIREMENT, WAIVER
from govgraph.formats.seat_records import PERSON, SEAT

KINDS = "kinds"
"""The one section with parts of its own, listed in `DECLARATIONS`."""

SECTIONS = (
    Section(name="structure", record=STRUCTURE, attribute="", says="the structure as a whole"),
    Section(name="sources", record=SOURCE, attribute="sources", says="the papers that say so"),
    Section(name="bodies", record=BODY, attribute="bodies", says="the bodies"),
    Section(
        name="relations",
        record=RELATION,
        attribute="relations",
        says="relations with particulars of their own",
    ),
    Section(
        name="seats",
        record=SEAT,
        attribute="seats",
        says="seats that are not written on their body",
    ),
    Section(name="people", record=PERSON, attribute="people", says="the people who hold seats"),
    Section(
        name="requirements",
        record=REQUIREMENT,
        attribute="requirements",
        says="who ought to sit where, and who says so",
    ),
    Section(name="milestones", record=MILESTONE, attribute="milestones", says="dated events"),
    Section(
        name="views",
        record=VIEW,
        attribute="views",
        says="parts of it to show under a name, in this order",
    ),
    Section(
        name="policy", record=POLICY_RULE, attribute="policy", says="rules of the author's own"
    ),
    Section(
        name="waivers",
        record=WAIVER,
        attribute="waivers",
        says="findings that somebody has agreed to live with",
    ),
)

DECLARATIONS = (
    Section(name="bodies", record=BODY_KIND, attribute="body_kinds", says="further kinds of body"),
    Section(
        name="relations",
        record=RELATION_KIND,
        attribute="relation_kinds",
        says="further kinds of relation",
    ),
)

SECTION_NAMES = (*(section.name for section in SECTIONS), KINDS)
