"""A small structure with something of everything that the page tells, and findings about it."""

from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.errors import Place
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Partner, PolicyRule, Requirement, Selector, Waiver
from govgraph.model.seats import Person, Role, Seat, SeatStatus
from govgraph.model.sources import Basis, Citation, Milestone, Source
from govgraph.model.structure import Structure


def date(text: str, words: str = "") -> PartialDate:
    """A date as it is written in a structure file."""
    return PartialDate.parse(text, words)


def cites(*places: str) -> tuple[Citation, ...]:
    """Citations of the paper."""
    return tuple(Citation(source="paper", at=place) for place in places)


COUNTY = Structure(
    id="county",
    title="A small county",
    subtitle="Its partnerships",
    jurisdiction="The county",
    as_at=date("2010-02"),
    paper="Appendix A",
    status="Draft",
    note="Made up for the tests.",
    sources=(
        Source(
            id="paper",
            title="The paper",
            publisher="The council",
            author="An officer",
            date=date("2010"),
            url="https://example.org/paper",
            file="sources/paper.txt",
            note="A copy.",
        ),
        Source(id="minutes", title="Minutes", url="javascript:alert(1)"),
    ),
    bodies=(
        Body(id="trust", name="Children's Trust", kind="trust", apex=True, cites=cites("¶10")),
        Body(
            id="hart",
            name="Hart Partnership",
            kind="local-partnership",
            also_known_as=("HLCP",),
            area="Hart",
            tier="district",
            from_=date("2009-04~"),
            meets="quarterly",
            remit="Local plans.",
            succeeds=("old",),
            cites=cites("¶2"),
            note="Said twice.",
            place=Place("county.yaml", 12, 3),
        ),
        Body(id="fleet", name="Fleet", kind="sub-cluster", basis=Basis.IMPLIED),
        Body(id="group", name="Chairs group", kind="chairs-group", status=Status.PROPOSED, count=3),
        Body(id="old", name="Old Partnership", until=date("2009")),
    ),
    relations=(
        Relation(from_body="hart", kind="accountable_to", to_body="trust", scope="the plan"),
        Relation(from_body="fleet", kind="part_of", to_body="hart", cites=cites("¶2", "¶10")),
        Relation(from_body="group", kind="reports_to", to_body="hart", status=Status.PROPOSED),
        Relation(from_body="hart", kind="liaises_with", to_body="nowhere", note="A link."),
    ),
    seats=(
        Seat(body="hart", role=Role.CHAIR, standing=SeatStatus.VACANT, cites=cites("¶2")),
        Seat(body="hart", held_by=("ann", "bob"), represents=("Schools",), voting=True),
        Seat(
            body="trust", role=Role.CHAIR, ex_officio="chair of hart", standing=SeatStatus.INTERIM
        ),
        Seat(body="trust", ex_officio="post: Head of Schools", from_=date("2009", "in 09")),
        Seat(body="group", role=Role.VICE_CHAIR, standing=SeatStatus.VACANT),
    ),
    people=(Person(id="ann", name="Ann Lee", post="Head", organisation="A school", cites=cites()),),
    requirements=(
        Requirement(
            id="who",
            title="Partners",
            applies_to=Selector(id=("hart", "fleet")),
            seats_for=(Partner(name="Schools"), Partner(name="Police")),
            cites=cites("¶6"),
        ),
    ),
    policy=(PolicyRule(id="own", because="The Trust asked for it.", cites=cites("¶7")),),
    milestones=(
        Milestone(date=date("2010-04"), what="Plan approved", bodies=("hart",), cites=cites("¶2")),
    ),
)

ORPHAN = Finding(
    code="GG101",
    name="orphaned-body",
    severity=Severity.WARNING,
    subject=Subject(body="fleet"),
    message="No line of account leads from Fleet.",
    remedy="Record one.",
    others=("hart",),
    variant="part-of only",
    place=Place("county.yaml", 20, 3),
)
ITSELF = Finding(
    code="GG104",
    name="self-accountability",
    severity=Severity.ERROR,
    subject=Subject(body="hart", relation=("hart", "accountable_to", "hart")),
    message="Hart Partnership answers to itself.",
    remedy="Name the body it answers to.",
    chain=("hart", "hart"),
)
WAIVED = Finding(
    code="GG999",
    name="made-up-rule",
    severity=Severity.ERROR,
    subject=Subject(),
    message="Something that was agreed.",
    waiver=Waiver(
        finding="made-up-rule",
        because="It is meant.",
        owner="Head of Partnerships",
        until=date("2011-03-31"),
    ),
)
