"""The difference between two states as headings and entries, in a terminal and in Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.analysis.changes import AnyChange
from govgraph.analysis.difference import Difference
from govgraph.analysis.uncertainty import find_doubts
from govgraph.checks.comparison import Comparison, FindingsCompared, name_files
from govgraph.checks.evidence_sentences import format_doubt, format_evidence_gap
from govgraph.checks.finding import Finding
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.difference.change_words import Speaker
from govgraph.reporting.text_columns import fold
from govgraph.wording.lists import agree, count_words
from govgraph.wording.standpoints import format_day, format_standpoint_date

SAME = "Nothing is different."
NAMED = 30
"""Most bodies named in one sentence of what the papers leave open."""

_MEANING = re.compile(r"([\\`*_\[\]<>#|])")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence below it, and its entries.

    Attributes:
        heading: what the entries are.
        entries: pairs of a word, which may be empty, and a phrase.
        remark: a sentence that stands before the entries, or nothing.
    """

    heading: str
    entries: tuple[tuple[str, str], ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How it is told what a difference means: as what is, or as what would be."""

    heading: str
    answering: str
    nobody: str
    gained: str
    lost: str


IS = Meaning(
    "Who answers to somebody else now",
    "to {} before, to {} now",
    "Nobody who is there on both sides.",
    "Who has gained a chain to an apex",
    "Who has lost the chain to an apex",
)
WOULD_BE = Meaning(
    "Who would answer to somebody else",
    "to {} today, to {} then",
    "Nobody of those who are there today and would still be there.",
    "Whose chain of account would arrive, and does not today",
    "Whose chain of account arrives today, and would then stop short",
)


def format_title(comparison: Comparison) -> tuple[str, str]:
    """What is compared, and between which standpoints."""
    states = (comparison.before, comparison.after)
    files = name_files(comparison)
    titles = [graph.structure.title or graph.structure.id for graph in states]
    titles = [title or file for title, file in zip(titles, files, strict=True)]
    sides = [format_standpoint_date(graph.standpoint) for graph in states]
    sides = [side[:1].lower() + side[1:] for side in sides]
    sides = [", ".join(filter(None, each)) for each in zip(files, sides, strict=True)]
    title = " and ".join(dict.fromkeys(filter(None, titles)))
    return title or "Two structures", f"Before: {sides[0]}. After: {sides[1]}."


def build_sections(
    comparison: Comparison, *, ids: bool = True, ahead: bool = False
) -> tuple[Section, ...]:
    """Every section that has something to say; a single one where nothing is different.

    A paper leaves out the ids of bodies, which only commands need. Where the later state lies
    `ahead`, because it is only proposed, it is told as what would be.
    """
    speaker = Speaker(comparison.before.structure, comparison.after.structure, ids=ids)
    told = [
        *_changes(comparison.difference, speaker),
        *_meaning(comparison.difference, speaker, WOULD_BE if ahead else IS),
        *_findings(comparison.findings),
    ]
    if not comparison.differs:
        told = [Section(SAME)]
    told += [*_left_open(comparison), *_doubts(comparison)]
    return tuple(told)


def _changes(difference: Difference, speaker: Speaker) -> Iterator[Section]:
    """The changes, sorted into bodies, relations, seats and requirements."""
    groups: dict[str, list[AnyChange]] = {}
    for change in difference.changes:
        groups.setdefault(_group(change), []).append(change)
    for heading, changes in groups.items():
        entries = tuple((speaker.verb(change), speaker.phrase(change)) for change in changes)
        yield Section(heading, entries)


def _group(change: AnyChange) -> str:
    sort = change.what.split("-")[0]
    return {
        "body": "Bodies",
        "bodies": "Bodies",
        "relation": "Relations",
        "requirement": "Membership lists",
    }.get(sort, "Seats")


def _meaning(difference: Difference, speaker: Speaker, words: "Meaning") -> Iterator[Section]:
    """Who answers to somebody else, who gains and who loses the chain to an apex."""
    entries = []
    lost = frozenset(difference.lost)
    for one in difference.answering:
        before = speaker.names(one.before)
        after = speaker.names(one.after)
        told = words.answering.format(before, after)
        fate = "lost" if one.body in lost else "moved" if one.before and one.after else ""
        entries.append((fate, f"{speaker.name(one.body)}: {told}"))
    if entries or difference:
        remark = "" if entries else words.nobody
        yield Section(words.heading, tuple(entries), remark)
    for heading, bodies in (
        (words.gained, difference.chain_gained),
        (words.lost, difference.chain_lost),
    ):
        if bodies:
            yield Section(heading, tuple(("", speaker.name(id_)) for id_ in bodies))


def _findings(findings: FindingsCompared) -> Iterator[Section]:
    """What the rules find now and did not, and the other way round."""
    same = count_words(len(findings.same), "finding")
    remark = f"{same} {agree(findings.same, 'is', 'are')} the same on both sides."
    if findings.new:
        yield Section("Findings that are new", tuple(map(_finding, findings.new)))
    if findings.gone:
        yield Section("Findings that are gone", tuple(map(_finding, findings.gone)))
    if findings.same:
        yield Section("Findings that are the same", remark=remark)


def _finding(finding: Finding) -> tuple[str, str]:
    waived = "waived, " if finding.waiver else ""
    return (f"{waived}{finding.severity} {finding.code}", f"{finding.name}: {finding.message}")


def _left_open(comparison: Comparison) -> Iterator[Section]:
    structure = comparison.after.structure
    entries = tuple(
        ("", format_evidence_gap(structure, one, NAMED)) for one in comparison.left_open
    )
    if entries:
        yield Section("What the papers leave open", entries)


def _doubts(comparison: Comparison) -> Iterator[Section]:
    """The imprecise dates that decided what is there before, and after."""
    before, after = comparison.before, comparison.after
    same = before.standpoint == after.standpoint and before.structure == after.structure
    for graph in (before,) if same else (before, after):
        doubts = find_doubts(graph)
        if doubts and graph.standpoint.day:
            yield _doubtful(graph, tuple(format_doubt(graph.structure, one) for one in doubts))


def _doubtful(graph: AccountabilityGraph, told: tuple[str, ...]) -> Section:
    day = format_day(graph.standpoint.day) if graph.standpoint.day else ""
    return Section(
        f"Not certain on {day}",
        tuple(("", words) for words in told),
        "These dates are not precise enough. What begins in a period is taken to begin on its "
        "first day; what ends, on its last.",
    )


def difference_as_text(comparison: Comparison, width: int | None = None) -> str:
    """What is compared, then each section with its entries.

    Args:
        comparison: the two states.
        width: how many columns a line may fill; None leaves every entry on one line.
    """
    title, standpoints = format_title(comparison)
    blocks = [f"{title}\n{standpoints}"]
    blocks += [_section_as_text(section, width) for section in build_sections(comparison)]
    return "\n\n".join(blocks)


def _section_as_text(section: Section, width: int | None) -> str:
    lines = [section.heading]
    lines += [f"  {section.remark}"] if section.remark else []
    column = max((len(word) for word, _ in section.entries), default=0)
    for word, phrase in section.entries:
        lines.append(f"  {word.ljust(column)}  {phrase}" if column else f"  {phrase}")
    return "\n".join(fold(line, width, hanging=column + 2 if column else 2) for line in lines)


def difference_as_markdown(comparison: Comparison) -> str:
    """A heading, then a section of bullets for each part of the difference."""
    title, standpoints = format_title(comparison)
    blocks = [f"# {escape(title)}: what is different", escape(standpoints)]
    blocks += [_section_as_markdown(section) for section in build_sections(comparison)]
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    r"""`text` with every character that Markdown gives a meaning to made plain.

    >>> escape("a_b [c]")
    'a\\_b \\[c\\]'
    """
    return _MEANING.sub(r"\\\1", " ".join(text.split()))


def _section_as_markdown(section: Section) -> str:
    blocks = [f"## {escape(section.heading)}"]
    blocks += [escape(section.remark)] if section.remark else []
    entries = [
        f"- **{escape(word)}** {escape(phrase)}" if word else f"- {escape(phrase)}"
        for word, phrase in section.entries
    ]
    blocks += ["\n".join(entries)] if entries else []
    return "\n\n".join(blocks)
