"""Waivers, applied in a pass of their own once the rules have spoken; no rule sees them."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from govgraph.checks.finding import Finding, Subject
from govgraph.errors import SettingsError
from govgraph.model.requirements import Waiver
from govgraph.model.selection import matches
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.wording.records import format_selector

_EMPTY = Structure()
POLICY = "GG501"
"""The rule whose findings may also be waived by the id of the author's rule that is broken."""


def apply_waivers(
    findings: Iterable[Finding], structure: Structure, standpoint: Standpoint
) -> tuple[Finding, ...]:
    """The same findings in the same order, each with the first waiver that covers it."""
    valid = [waiver for waiver in structure.waivers if not has_ended(waiver, standpoint)]
    return tuple(
        replace(finding, waiver=next((w for w in valid if covers(w, finding, structure)), None))
        for finding in findings
    )


def has_ended(waiver: Waiver, standpoint: Standpoint) -> bool:
    """Whether a waiver's last day is over on the day of the question, or today where it has none.

    A promise for a time would never end in a structure without a date.
    """
    return waiver.until.last_day < (standpoint.day or find_today())


def covers(waiver: Waiver, finding: Finding, structure: Structure = _EMPTY) -> bool:
    """Whether a waiver is meant for a finding, whatever its date.

    One that names a relation covers what is found of that relation; one that names a body, or
    selects some, what is found of the body, its seats and the relations from it; one that names
    a requirement, what rests on that; one that names nothing, what is found of the structure as a
    whole.
    """
    if not is_of_rule(waiver, finding):
        return False
    if waiver.requirement and waiver.requirement not in finding.requirements:
        return False
    if waiver.relation:
        return waiver.relation == finding.subject.relation
    if waiver.every:
        body = structure.body_by_id.get(finding.subject.body)
        return body is not None and matches(waiver.every, body, structure.kinds_of_body)
    if waiver.requirement and not waiver.body:
        return True
    return waiver.body == finding.subject.body


def is_of_rule(waiver: Waiver, finding: Finding) -> bool:
    """Whether a finding is of the rule that a waiver names, whatever it is about."""
    names = {finding.code.casefold(), finding.name}
    if finding.code == POLICY:
        names.add(finding.variant.casefold())
    return waiver.finding.casefold() in names


def waiver_subject(waiver: Waiver) -> Subject:
    """What a finding about a waiver is about: the body or relation that the waiver names."""
    return Subject(
        body=waiver.relation[0] if waiver.relation else waiver.body, relation=waiver.relation
    )


def format_waiver(structure: Structure, waiver: Waiver) -> str:
    """A waiver as the beginning of a sentence: `The waiver of ‘orphaned-body’ for Chairs group`."""
    words = f"The waiver of ‘{waiver.finding}’"
    if waiver.relation:
        below, kind, above = waiver.relation
        ends = f"{structure.name_of(below)} to {structure.name_of(above)}"
        return f"{words} for the relation ‘{kind}’ from {ends}"
    if waiver.requirement:
        words += f" of the requirement ‘{waiver.requirement}’"
    if waiver.every:
        return f"{words} for {format_selector(structure, waiver.every)}"
    return f"{words} for {structure.name_of(waiver.body)}" if waiver.body else words


VARIABLE = "GOVGRAPH_TODAY"


def find_today() -> date:
    """The day that the environment names, or today.

    Raises:
        SettingsError: the environment names no day.
    """
    named = os.environ.get(VARIABLE, "")
    if not named:
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(named)
    except ValueError:
        message = f"{VARIABLE} is {named[:80]!r}, not a day such as 2026-04-01"
        raise SettingsError(message) from None
