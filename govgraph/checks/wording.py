"""How findings speak: lists of names, numbers of things, and lines that are no lines."""

from collections.abc import Sequence

from govgraph.graph.accountability import Gap

NAMED = 5
"""Most names in one sentence; the rest are counted."""
CHAIN_SHOWN = 50
"""Most bodies in the chain of a finding, so that a chain of thousands stays readable."""

_GAPS = {
    Gap.LINE_PROPOSED: "its line to {superior} is only proposed",
    Gap.LINE_SHADOW: "its line to {superior} is only in shadow form",
    Gap.LINE_NOT_YET: "its line to {superior} has not begun yet",
    Gap.LINE_UNHEARD: "its line to {superior} is first heard of later",
    Gap.LINE_ENDED: "its line to {superior} has ended",
    Gap.BODY_PROPOSED: "it is to answer to {superior}, which is only proposed",
    Gap.BODY_SHADOW: "it is to answer to {superior}, which is only in shadow form",
    Gap.BODY_NOT_YET: "it is to answer to {superior}, which has not begun yet",
    Gap.BODY_UNHEARD: "it answers to {superior}, which is first heard of later",
    Gap.BODY_ENDED: "it answers to {superior}, which has ended",
    Gap.UNKNOWN: "it answers to ‘{superior}’, and no body has that id",
}


def join_words(words: Sequence[str], most: int = NAMED, last: str = "and") -> str:
    """The words as a list in a sentence, those beyond `most` counted.

    >>> join_words(["Fleet", "Hart", "Odiham"])
    'Fleet, Hart and Odiham'
    >>> join_words(["Fleet", "Hart", "Odiham", "Yateley"], most=2)
    'Fleet, Hart and 2 others'
    """
    shown = list(words)
    if len(shown) > most:
        left = len(shown) - most
        shown = [*shown[:most], f"{left} other{'s' if left > 1 else ''}"]
    return f" {last} ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)


def count_words(number: int, one: str, several: str = "") -> str:
    """A number and what it counts.

    >>> count_words(1, "body", "bodies"), count_words(4, "step")
    ('1 body', '4 steps')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def say_gap(gap: Gap, superior: str) -> str:
    """Why a relation upward is no line, as a clause about the body that would answer."""
    return _GAPS[gap].format(superior=superior)
