"""Why a relation upward is no line, in words."""

from govgraph.graph.accountability import Exclusion
from govgraph.wording.verbs import agree_verb, pronoun_for

CHAIN_SHOWN = 50
"""Most bodies in the chain of a finding, so that a chain of thousands stays readable."""

_SENTENCES = {
    Exclusion.LINE_PROPOSED: "{its} line to {superior} is only proposed",
    Exclusion.LINE_SHADOW: "{its} line to {superior} is only in shadow form",
    Exclusion.LINE_NOT_YET: "{its} line to {superior} has not begun yet",
    Exclusion.LINE_UNHEARD: "{its} line to {superior} is first heard of later",
    Exclusion.LINE_ENDED: "{its} line to {superior} has ended",
    Exclusion.BODY_PROPOSED: "{it} {is} to answer to {superior}, which is only proposed",
    Exclusion.BODY_SHADOW: "{it} {is} to answer to {superior}, which is only in shadow form",
    Exclusion.BODY_NOT_YET: "{it} {is} to answer to {superior}, which has not begun yet",
    Exclusion.BODY_UNHEARD: "{it} {answers} to {superior}, which is first heard of later",
    Exclusion.BODY_ENDED: "{it} {answers} to {superior}, which has ended",
    Exclusion.UNKNOWN: "{it} {answers} to ‘{superior}’, which is not in the file",
}


def format_exclusion(why: Exclusion, superior: str, subordinate: str) -> str:
    """Why a relation upward is no line, as a clause about the body that would answer."""
    words = {verb: agree_verb(verb, subordinate) for verb in ("is", "answers")}
    words |= {"it": pronoun_for(subordinate), "its": pronoun_for(subordinate, "its", "their")}
    return _SENTENCES[why].format(superior=superior, **words)
