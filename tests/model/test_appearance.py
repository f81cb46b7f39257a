"""What a name looks like, whatever it is written with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.formats.identifiers import slug
from govgraph.model.appearance import find_turns, find_unseen, look, spell_out, without_unseen
from govgraph.model.bodies import Body
from govgraph.model.names import find_body, normalise
from govgraph.model.structure import Structure

UNSEEN = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2064\ufe0f\ufeff\U000e0041"
TURNS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


@given(st.text("abcŵé ", min_size=1), st.text(UNSEEN + TURNS, min_size=1), st.integers(0, 9))
def test_what_is_not_seen_makes_no_difference_to_finding(name: str, noise: str, at: int) -> None:
    """A name is normalised, looks, and becomes an id as if nothing had been put into it."""
    noisy = name[:at] + noise + name[at:]
    assert without_unseen(noisy) == name
    assert normalise(noisy) == normalise(name)
    assert look(noisy) == look(name)
    assert slug(noisy) == slug(name)


@given(st.text())
def test_composition_makes_no_difference(text: str) -> None:
    """A name put together in another way looks the same and is found by the same words."""
    apart, together = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))
    assert look(apart) == look(together)
    assert normalise(apart) == normalise(together)


@given(st.text())
def test_nothing_unseen_is_left_when_it_is_spelt_out(text: str) -> None:
    """What is shown of a name has nothing in it that deceives the eye."""
    assert not find_turns(spell_out(text))
    assert not find_unseen(spell_out(text))


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_letters_of_europe_deceive_nobody(text: str) -> None:
    """No accent or letter of a Latin alphabet is taken for a fault."""
    assert not find_turns(text)
    assert find_unseen(text) in {"", "\u00ad"}


@pytest.mark.parametrize(
    "typed", ["Tru\u200bst", "\u202eTrust\u202c", "\uff34\uff52\uff55\uff53\uff54", "trust\ufeff"]
)
def test_a_body_is_found_by_a_pasted_name(typed: str) -> None:
    """What came with a paste does not keep a body from being found, on either side."""
    structure = Structure(bodies=(Body(id="ct", name="Trust"), Body(id="x", name="Ot\u200bher")))
    assert find_body(structure, typed).id == "ct"
    assert find_body(structure, "other").id == "x"
