"""What a paper asks of a board: each recommendation once, with the bodies that it is for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govgraph.reporting.page.page_records import FindingGroup, FindingItem
from govgraph.wording.verbs import agree_subject, cut_name

_PAIR = 2
EACH = "each of them"
"""What stands for the names of several bodies in a recommendation."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a board may resolve.

    Attributes:
        text: the sentence; for several bodies it says `EACH` where it would name one.
        bodies: the names of the bodies it is for, in the order of the findings.
        groups: the numbers of the findings that it answers.
        severity: that of the gravest of them.
    """

    text: str
    bodies: tuple[str, ...]
    groups: tuple[int, ...]
    severity: str


def number_spans(items: Sequence[FindingItem]) -> str:
    """The numbers of findings, three or more that follow one another as a span: 1.1 to 1.3, 1.5."""
    runs: list[list[str]] = []
    for number in (item.number for item in items):
        if runs and _place(number) == _place(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = (f"{run[0]} to {run[-1]}" if len(run) > _PAIR else ", ".join(run) for run in runs)
    return ", ".join(spans)


def _place(number: str) -> int:
    return int(number.partition(".")[2] or 0)


def gather_recommendations(groups: Iterable[FindingGroup]) -> tuple[Recommendation, ...]:
    """The recommendations of some findings, in their order, those that are alike as one."""
    alike: dict[str, list[tuple[FindingGroup, FindingItem]]] = {}
    for group in groups:
        for item in group.findings:
            text = item.recommendation or item.remedy
            if text:
                alike.setdefault(_generic(text, item), []).append((group, item))
    return tuple(_joined(generic, found) for generic, found in alike.items())


def _joined(generic: str, found: Sequence[tuple[FindingGroup, FindingItem]]) -> Recommendation:
    names = tuple(dict.fromkeys(name for _, item in found for name in _names(item)))
    one = names[0] if len(names) == 1 else ""
    text = agree_subject(generic.replace("\0", one or EACH), one)
    groups = tuple(dict.fromkeys(group.number for group, _ in found))
    return Recommendation(text[:1].upper() + text[1:], names, groups, found[0][0].severity)


def _names(item: FindingItem) -> tuple[str, ...]:
    """Whom a recommendation is for: the body that it is about, or by name all those alike."""
    names = tuple(link.name for link in item.about)
    return tuple(sorted(names, key=str.casefold)) if item.of_all else names[:1]


def _generic(text: str, item: FindingItem) -> str:
    """A recommendation without the name of the body that it is about."""
    if not item.about or item.of_all:
        return text
    return cut_name(text, item.about[0].name, "\0")
