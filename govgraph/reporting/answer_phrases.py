"""The phrases that several answers share: standpoints, successors, quotes, dates in doubt."""

from govgraph.analysis.current_successors import find_current_successors, find_successors
from govgraph.analysis.uncertainty import Doubt
from govgraph.checks.evidence_sentences import format_doubt
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Presence, Standpoint
from govgraph.model.structure import Structure
from govgraph.wording.lists import agree, join_words
from govgraph.wording.standpoints import format_day, format_standpoint_of

LONGEST_QUOTE = 160
"""How many letters of a quote are shown where it stands beside something else."""


def format_standpoint(graph: AccountabilityGraph) -> str:
    """From where the question was answered, such as `As at February 2010.`.

    What is recorded but only proposed, and so left out, is counted in a second sentence.
    """
    return format_standpoint_of(graph.structure, graph.standpoint)


def format_successors(graph: AccountabilityGraph, body: str) -> str:
    """Who took over from a body that has ended, as a sentence; nothing where it has not ended.

    Where those who took over have ended in their turn, the sentence goes on to who stands there
    now.
    """
    structure = graph.structure
    known = structure.body_by_id.get(body)
    if known is None or graph.standpoint.presence(known) is not Presence.ENDED:
        return ""
    direct = find_successors(structure, body)
    if not direct:
        return f"{known.name} has ended; nothing here is said to succeed it."
    followed = join_words([structure.name_of(id_) for id_ in direct])
    sentence = f"{known.name} has ended; {followed} took over from it"
    successors = find_current_successors(graph, body)
    if not successors:
        return f"{sentence}, and nothing stands in its place now."
    if set(successors) == set(direct):
        return f"{sentence}."
    named = join_words([structure.name_of(id_) for id_ in successors])
    return f"{sentence}, and {named} now {agree(successors, 'stands', 'stand')} there."


def doubts_as_text(
    structure: Structure, standpoint: Standpoint, doubts: tuple[Doubt, ...]
) -> list[str]:
    """Lines that say which dates were not precise enough, and by which rule they were read."""
    if not doubts or standpoint.day is None:
        return []
    return [
        f"Not certain on {format_day(standpoint.day)}: these dates are not precise enough.",
        "(What begins in a period is taken to begin on its first day; what ends, on its last.)",
        *(f"  {format_doubt(structure, doubt)}" for doubt in doubts),
    ]


def shorten_quote(quote: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of a quote, whole words, with dots where something is left off.

    >>> shorten_quote("The Board will report to the Trust", 20)
    'The Board will …'
    """
    words = " ".join(quote.split())
    if len(words) <= longest:
        return words
    return f"{words[: longest - 1].rsplit(' ', 1)[0]} …"
