"""Why a relation upward is no line, in words."""

from govgraph.graph.accountability import Gap

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


def format_gap(gap: Gap, superior: str) -> str:
    """Why a relation upward is no line, as a clause about the body that would answer."""
    return _GAPS[gap].format(superior=superior)
