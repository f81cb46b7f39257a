"""Everything known of a body."""

from typing import TYPE_CHECKING, Any

from govgraph.graph.walks import AROUND
from govgraph.questions.question import Body, Wording, question
from govgraph.reporting.json_shapes import FLAG, IDS, RECORD, TEXT, listing

if TYPE_CHECKING:
    from govgraph.analysis.profile import Profile
    from govgraph.graph.accountability import AccountabilityGraph

_LISTS = ("relations", "relations_to_it", "seats", "sources", "milestones")


def _text(graph: "AccountabilityGraph", answer: "Profile") -> str:
    from govgraph.reporting.profile_text import profile_as_text

    return profile_as_text(graph, answer)


def _data(answer: "Profile") -> dict[str, Any]:
    from govgraph.reporting.answer_json import profile_as_data

    return profile_as_data(answer)


@question(
    Wording(
        needs=AROUND,
        gives={
            **dict.fromkeys(("id", "name", "kind", "presence"), TEXT),
            "dates_certain": FLAG,
            **dict.fromkeys(_LISTS, listing(RECORD)),
            "succeeded_by": IDS,
        },
        text=_text,
        data=_data,
        example='show data/hampshire "Hart Local Children\'s Partnership"',
        lists=_LISTS,
        tool="Everything known of a body: its relations both ways, seats, dates, sources.",
        presumes=False,
    )
)
def show(graph: "AccountabilityGraph", body: Body) -> "Profile":
    """Show everything known about a body: relations both ways, seats, dates and sources.

    >>> import govgraph
    >>> govgraph.show(govgraph.load("data/hampshire"), "Hart LCP").body.name
    "Hart Local Children's Partnership"
    """
    from govgraph.analysis.profile import build_profile

    return build_profile(graph, body)
