"""A selector is said in words."""

import pytest

from govgraph.model.bodies import Body
from govgraph.model.requirements import Selector
from govgraph.model.structure import Structure
from govgraph.wording.records import format_selector

HART = Body(id="hart", name="Hart Partnership")


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        (Selector(), "any body"),
        (Selector(id=("hart", "fleet")), "Hart Partnership or fleet"),
        (Selector(kind=("lsp", "own-kind")), "a Local Strategic Partnership or own-kind"),
        (
            Selector(kind=("board",), area=("Hart",), tier=("district",), tag=("pilot",)),
            "a Board in Hart of tier district tagged pilot",
        ),
        (Selector(status=("shadow",)), "any body of status shadow"),
        (
            Selector(class_=("works-for-another",), area=("Hart",)),
            "any body in Hart that works for another",
        ),
        (Selector(not_=Selector(area=("Hart",))), "any body, not any body in Hart"),
    ],
)
def test_a_selector_is_said_in_words(selector: Selector, words: str) -> None:
    """So that a breach can be read by people."""
    assert format_selector(Structure(bodies=(HART,)), selector) == words
