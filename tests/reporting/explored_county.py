"""A structure with something for every control of the explorer, drawn and checked for real."""

from dataclasses import replace

from govgraph import api
from govgraph.model.bodies import Body, Status
from govgraph.model.relations import Relation
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.structure import Structure
from tests.reporting.small_county import COUNTY, cites, date

EXPLORED: Structure = replace(
    COUNTY,
    sources=(*COUNTY.sources, Source(id="early", title="An early paper", date=date("2009-11"))),
    bodies=(
        Body(id="trust", name="Children's Trust", kind="trust", apex=True, tier="county"),
        Body(
            id="hart",
            name="Hart Local Partnership",
            kind="local-partnership",
            area="Hart",
            cites=(Citation(source="early"),),
        ),
        Body(
            id="ynys",
            name="Ynys Môn Partnership",
            kind="local-partnership",
            also_known_as=("Tŵr",),
            area="Môn",
        ),
        Body(id="fleet", name="Fleet", kind="sub-cluster", area="Hart"),
        Body(id="sums", name="=SUM(A1) & </script><b>", kind="sub-group", area="Hart"),
        Body(id="old", name="Old Partnership", until=date("2010-05")),
        Body(id="soon", name="Young people's panel", kind="youth-voice", from_=date("2011")),
        Body(id="group", name="Chairs group", kind="chairs-group", status=Status.PROPOSED),
    ),
    relations=(
        Relation(from_body="hart", kind="accountable_to", to_body="trust", cites=cites("¶2")),
        Relation(from_body="ynys", kind="accountable_to", to_body="trust", until=date("2010-12")),
        Relation(from_body="fleet", kind="accountable_to", to_body="hart"),
        Relation(from_body="sums", kind="part_of", to_body="hart"),
        Relation(from_body="old", kind="reports_to", to_body="ynys"),
        Relation(from_body="hart", kind="liaises_with", to_body="ynys"),
        Relation(
            from_body="group", kind="reports_to", to_body="trust", status=Status.PROPOSED,
            from_=date("2010-09"),
        ),
    ),
    milestones=(Milestone(date=date("2010-04-09"), what="Plan approved", bodies=("hart",)),),
)  # fmt: skip


def explored_page() -> str:
    """Its page, with the picture and the findings that it really has."""
    return api.report(api.build_graph(EXPLORED))
