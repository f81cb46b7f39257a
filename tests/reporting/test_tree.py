"""The tree of who answers to a body, drawn with rails."""

from govgraph.analysis.reports import find_reports
from govgraph.reporting.answer_text import MOST_INDENTED, reports_as_text
from tests.factories import graph


def tree(text: str, body: str) -> list[str]:
    """The lines of the tree below a body, without its title and what follows."""
    here = graph(text)
    lines = reports_as_text(here, find_reports(here, body)).splitlines()[1:]
    return lines[: lines.index("")]


def test_rails_lead_past_what_hangs_below_an_earlier_branch() -> None:
    """The last branch of each level is a corner."""
    assert tree("c -> b -> a; d -> b; e -> a; f -> e", "a") == [
        "├── B [b]",
        "│   ├── C [c]",
        "│   └── D [d]",
        "└── E [e]",
        "    └── F [f]",
    ]


def test_who_is_listed_above_is_not_listed_anew() -> None:
    """And the rails go on as if it had nobody below."""
    assert tree("c -> b -> a; c -> d -> a", "a") == [
        "├── B [b]",
        "│   └── C [c]",
        "└── D [d]",
        "    └── C [c]  (see above)",
    ]


def test_a_line_written_twice_is_one_branch() -> None:
    """Whoever answers in two ways answers once."""
    assert tree("b -> a; b -> a; b -reports_to-> a", "a") == ["└── B [b]"]


def test_a_deep_tree_says_how_deep_instead_of_leaving_the_screen() -> None:
    """Beyond so many levels the indent stays."""
    deep = tree(" -> ".join(f"b{number}" for number in range(20, -1, -1)), "b0")
    assert deep[MOST_INDENTED + 1] == f"{'    ' * MOST_INDENTED}└── (14 steps down) B14 [b14]"
