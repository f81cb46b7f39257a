"""Findings as the page lists them: what one rule says alike stands together."""

import re
from collections.abc import Iterable, Iterator, Sequence

from govgraph.checks.finding import Finding, Subject
from govgraph.checks.rule_catalogue import find_check, find_heading
from govgraph.errors import SettingsError
from govgraph.reporting.findings.together import merge_alike, word_for_board
from govgraph.reporting.page.page_records import FindingGroup, FindingItem, FindingsAlike, Waived
from govgraph.reporting.page.page_register import Register, format_date_with_words
from govgraph.reporting.page.page_rows import Phrase

WHY = "Why it matters"
_CODE = re.compile(r"`([^`]+)`")

GroupKey = tuple[str, str, str, int]


def group_findings(
    register: Register, findings: tuple[Finding, ...]
) -> tuple[tuple[FindingGroup, ...], tuple[FindingGroup, ...]]:
    """The findings that stand, and those that are waived, each by rule, the gravest first.

    The groups that stand are numbered as the diagram numbers its badges: by rule, variant and
    severity, in the order of the findings.
    """
    standing = gather_alike(finding for finding in findings if not finding.waiver)
    waived = gather_alike(finding for finding in findings if finding.waiver)
    return (
        tuple(_group(register, group, number) for number, group in enumerate(standing, 1)),
        tuple(_group(register, group, 0, f"waived-{n}") for n, group in enumerate(waived, 1)),
    )


def items_by_body(groups: Iterable[FindingGroup]) -> dict[str, tuple[FindingItem, ...]]:
    """The findings about each body, in the order of the page."""
    found: dict[str, list[FindingItem]] = {}
    for group in groups:
        for item in group.findings:
            for body in item.about:
                found.setdefault(body.id, []).append(item)
    return {body: tuple(items) for body, items in found.items()}


def gather_alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings by rule, variant and severity, in the order in which each comes first."""
    groups: dict[GroupKey, list[Finding]] = {}
    for finding in findings:
        key = (finding.code, finding.name, finding.variant, int(finding.severity))
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _group(
    register: Register, findings: list[Finding], number: int, anchor: str = ""
) -> FindingGroup:
    first = findings[0]
    anchor = anchor or f"finding-{number}"
    items = tuple(
        _item(register, finding, f"{anchor}-{place}", f"{number}.{place}")
        for place, finding in enumerate(findings, 1)
    )
    return FindingGroup(
        number=number,
        severity=str(first.severity),
        code=first.code,
        name=first.name,
        title=find_heading(first.name, first.variant),
        why=explain_rule(first.code),
        of_record=_is_of_record(first.code),
        findings=items,
        told=tuple(_merge(register, findings, items)),
        for_board=tuple(_merge(register, list(map(word_for_board, findings)), items)),
    )


def _merge(
    register: Register, findings: list[Finding], items: Sequence[FindingItem]
) -> Iterator[FindingsAlike]:
    """The findings of a group, those that say the same of several bodies together."""
    item_of = dict(zip(map(id, findings), items, strict=True))
    for told in merge_alike(register.structure, findings, for_board=True):
        of = tuple(item_of[id(finding)] for finding in told.findings)
        yield FindingsAlike(
            number=", ".join(item.number for item in of),
            message=told.message,
            remedy=told.remedy,
            matter=told.board.matter if told.board else "",
            recommendation=told.board.recommendation if told.board else "",
            items=of,
        )


def _item(register: Register, finding: Finding, anchor: str, number: str) -> FindingItem:
    waiver = finding.waiver
    return FindingItem(
        anchor=anchor,
        number=number,
        severity=str(finding.severity),
        message=finding.message,
        remedy=finding.remedy,
        matter=finding.board.matter if finding.board else "",
        recommendation=finding.board.recommendation if finding.board else "",
        about=register.bodies(finding.about),
        chain=register.bodies(finding.chain) if len(finding.chain) > 1 else (),
        place=str(finding.place) if finding.place else "",
        waived=Waived(waiver.because, waiver.owner, format_date_with_words(waiver.until))
        if waiver
        else None,
        of_all=finding.subject == Subject(),
    )


def explain_rule(code: str) -> tuple[Phrase, ...]:
    """Why a rule matters: the first paragraph of its documentation that says so."""
    try:
        documentation = find_check(code).documentation
    except SettingsError:
        return ()
    why = documentation.partition(f"\n## {WHY}\n")[2].partition("\n## ")[0]
    return tuple(_phrases(" ".join(why.strip().partition("\n\n")[0].split())))


def _is_of_record(code: str) -> bool:
    """Whether a rule finds fault with the record alone; a rule that nobody knows does not."""
    try:
        return find_check(code).of_record
    except SettingsError:
        return False


def _phrases(text: str) -> Iterator[Phrase]:
    """Prose with what stands between backticks set as code."""
    for place, part in enumerate(_CODE.split(text.replace("*", ""))):
        if part:
            yield Phrase(part, code=bool(place % 2))
