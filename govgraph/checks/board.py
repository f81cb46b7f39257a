"""What a rule puts to a board: a matter in its own words, and what it may resolve."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from govgraph.checks.finding import BoardText
from govgraph.wording.verbs import agree_subject, agree_verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from govgraph.checks.finding import Finding


COLUMNS = ("put to the board", "recommended")
"""The columns of a table of findings in which it stands."""
WHOLE = "this structure"
"""What a finding is about that is about no body."""


class Names(Protocol):
    """Says what bodies are called."""

    def name(self, body: str) -> str:
        """The name of the body with that id."""
        ...

    def names(self, bodies: Iterable[str]) -> str:
        """The names of several bodies as a list in a sentence."""
        ...


class Slot(str):
    """What stands in a slot; where that is nothing, what the slot itself offers.

    >>> "part of {others:another body}".format(others=Slot(""))
    'part of another body'
    """

    __slots__ = ()

    def __format__(self, otherwise: str) -> str:
        return str(self) or otherwise or "others"


@dataclass(frozen=True, slots=True)
class BoardWords:
    """The words of a rule for a board, with slots for what a finding is about.

    `{body}` is the body, `{others}` the further bodies, `{stop}` the first of these or the body,
    `{answer}` whether these *answer* or *answers*, `{seat}` the seat, `{middle}` and `{top}` the
    second and the last body of the chain, `{above}` the other body of a relation, `{variant}` the
    variant. `{others:several bodies}` says what to write where no further bodies are known.

    Attributes:
        matter: a question or statement that a board understands without this program.
        recommendation: what the board may resolve.
        variants: other words for some variants of the rule.
    """

    matter: str
    recommendation: str
    variants: Mapping[str, BoardWords] = field(default_factory=dict)

    def for_many(self, variant: str, known: Collection[str]) -> BoardText:
        """The words for all findings of a variant, in which only known slots are left to be filled.

        >>> BoardWords("{body} is part of {others:another body}.", "").for_many("", ["body"]).matter
        '{body} is part of another body.'
        """
        words = self.variants.get(variant, self)
        body = "{body}" if "body" in known else WHOLE
        slots = dict.fromkeys(("body", "stop", "middle", "top"), body)
        slots |= {"others": Slot(""), "answer": "answer", "above": "others", "seat": ""}
        slots |= {"variant": variant} | {slot: f"{{{slot}}}" for slot in known}
        return BoardText(words.matter.format_map(slots), words.recommendation.format_map(slots))

    def say(self, names: Names, finding: Finding) -> BoardText:
        """The words for one finding."""
        words = self.variants.get(finding.variant, self)
        slots = _fill_slots(names, finding)
        told = (words.matter.format_map(slots), words.recommendation.format_map(slots))
        for name in dict.fromkeys((slots["body"], slots["stop"])):
            told = agree_subject(told[0], name), agree_subject(told[1], name)
        return BoardText(*told)


def add_board_texts(
    names: Names, words: Mapping[str, BoardWords | None], found: Iterable[Finding]
) -> Iterator[Finding]:
    """The findings with what their rules put to a board, where they do not say it themselves.

    Args:
        names: what bodies are called.
        words: the words of each rule, by code.
        found: the findings.
    """
    for finding in found:
        known = words.get(finding.code)
        if finding.board is None and known is not None:
            yield replace(finding, board=known.say(names, finding))
        else:
            yield finding


def agree_with_names(names: Names, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with verbs as names ask for them: `Local partnerships answer to nobody`."""
    for finding in found:
        message, remedy = finding.message, finding.remedy
        for name in map(names.name, finding.about):
            message, remedy = agree_subject(message, name), agree_subject(remedy, name)
        same = (message, remedy) == (finding.message, finding.remedy)
        yield finding if same else replace(finding, message=message, remedy=remedy)


def _fill_slots(names: Names, finding: Finding) -> dict[str, str]:
    """What stands in the slots for a finding; a slot that it has nothing for says so plainly."""
    body = finding.subject.body
    others = [id_ for id_ in finding.others if id_ != body]
    chain = finding.chain or (body,)
    relation = finding.subject.relation
    return {
        "body": names.name(body) if body else WHOLE,
        "others": Slot(names.names(others) if others else ""),
        "stop": names.name(others[0] if others else body),
        "answer": agree_verb("answers", names.name(others[0])) if len(others) == 1 else "answer",
        "seat": finding.subject.seat,
        "above": names.name(relation[2]) if relation else "others",
        "middle": names.name(chain[min(1, len(chain) - 1)]),
        "top": names.name(chain[-1]),
        "variant": finding.variant,
    }
