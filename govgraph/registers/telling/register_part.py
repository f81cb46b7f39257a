"""A part of a register as a structure, with what was found about it in the whole register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.rule_catalogue import all_checks
from govgraph.checks.runner import Findings
from govgraph.errors import SettingsError
from govgraph.registers.graph.choosing import choose_bodies
from govgraph.registers.graph.excerpt import cut_to_tell
from govgraph.registers.reading.body_finder import find_number, find_numbers
from govgraph.registers.rules.finding_records import list_about
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from govgraph.drawing.scene.views import View
    from govgraph.registers.rules.register_findings import RegisterFindings

MOST_BODIES, MOST_RELATIONS = 5_000, 50_000
"""As much as is told body by body: a page of more would be read by nobody."""


def find_part(findings: RegisterFindings, view: View) -> Findings:
    """The findings about some bodies, with as much of the register as they are told by.

    Beside the bodies asked for stand those that they answer to, all the way up, and whoever has a
    relation to them. What is found of any of these is found in the whole register.

    Args:
        findings: what the rules found in the whole register.
        view: `focus`, an identifier or name; or `area`, `kind` and `tier`.

    Raises:
        SettingsError: nothing is asked for, nothing has such an area, kind or tier, or too much.
        QuestionError: a body goes by no name of the register, or by several.
    """
    register = findings.graph.register
    if not (view.focus or view.area or view.kind or view.tier):
        raise SettingsError("a register is told in part: --focus BODY, --area AREA or --kind KIND")
    rows = np.flatnonzero(choose_bodies(findings.graph, view))
    if view.focus:
        rows = np.array([find_number(register, view.focus)])
    found = (
        cut_to_tell(register, rows.tolist(), MOST_RELATIONS) if len(rows) <= MOST_BODIES else None
    )
    if found is None:
        many = count_words(len(rows), "body", "bodies")
        raise SettingsError(
            f"{many} with all that they answer to are too many to be told one by one; ask for "
            "fewer (--focus, or --area and --kind together), or let govgraph check list them"
        )
    said = ", ".join((*view.area, *view.kind, *view.tier))
    title = register.bodies.names[int(rows[0])] if view.focus else said
    named = replace(found, title=f"{title} ({found.title})")
    shown = find_numbers(register, [body.id for body in found.bodies])
    told = list_about(findings, shown.astype(np.int64))
    return Findings(named, findings.graph.standpoint, told, tuple(all_checks()))
