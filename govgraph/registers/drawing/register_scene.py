"""Which picture shows a view of a register: bodies one by one where they are few, else groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.rule_catalogue import all_checks
from govgraph.checks.runner import Findings
from govgraph.drawing.scene.scene import build_diagram
from govgraph.drawing.scene.title_block import format_view, subtitled
from govgraph.drawing.scene.views import View
from govgraph.errors import SettingsError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.walks import UPWARD
from govgraph.registers.drawing.overview_scene import build_overview_diagram
from govgraph.registers.graph.choosing import choose_bodies
from govgraph.registers.graph.excerpt import cut, cut_among
from govgraph.registers.graph.neighbourhood import group_near
from govgraph.registers.graph.overview import MOST, NONE, find_words, group_by
from govgraph.registers.reading.body_finder import find_number
from govgraph.registers.rules.finding_records import list_about
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.graph.line_columns import Flags
    from govgraph.model.structure import Structure
    from govgraph.registers.reading.register import Register
    from govgraph.registers.rules.register_findings import RegisterFindings

SINGLY = 40
"""Bodies that are drawn one by one; where there are more they are drawn as groups."""
COLUMNS = ("kind", "area", "tier")
"""What bodies may be grouped by."""
FEW_AREAS = 8
"""Areas that are outlined around their kinds; more are left to `--by area` and `--area`."""
MORE = "To see one body with those near it: --focus BODY; its chains upward: --chain BODY."
NARROWER = "Only some of them: --kind, --area and --tier; other groups: --by."


def build_register_diagram(
    findings: RegisterFindings, view: View, by: Sequence[str] = ()
) -> Diagram:
    """The diagram of a view of a register.

    Args:
        findings: what the rules found, and who answers to whom.
        view: which part of it to show; `focus` and `chain` are identifiers or names.
        by: what the bodies of one box have in common, of `COLUMNS`; chosen by itself if empty.

    Raises:
        SettingsError: nothing goes by a word of the view, or a register has no such thing.
        QuestionError: a body goes by no name of the register, or by several.
    """
    _refuse(view, by)
    register = findings.graph.register
    told = format_view(
        replace(view, chain="", accountability=False),
        lambda body: register.bodies.names[find_number(register, body)],
        lambda kind: register.kinds.bodies[kind].name if kind in register.kinds.bodies else kind,
    )
    diagram = _build(findings, view, by)
    return replace(diagram, subtitle=subtitled(told, diagram.subtitle))


def _build(findings: RegisterFindings, view: View, by: Sequence[str]) -> Diagram:
    """The diagram, its subtitle silent on which bodies were asked for."""
    graph = findings.graph
    register = graph.register
    if view.chain:
        body = find_number(register, view.chain)
        view = replace(view, chain=register.bodies.ids[body])
        return _build_one_by_one(findings, cut(register, UPWARD, [body]), view)
    chosen = choose_bodies(graph, view)
    if view.focus:
        body = find_number(register, view.focus)
        grouping = group_near(graph, body, view.up, view.down)
        grouping.of[~chosen] = NONE
        rows = np.flatnonzero(grouping.of != NONE)
        if not graph.present[body]:
            rows = np.array([body])  # the sheet says that it is not in force
        if not graph.present[body] or all(group.body != NONE for group in grouping.groups):
            return _build_among(findings, rows.tolist(), view)
        _refuse_on_groups(view)
        return build_overview_diagram(findings, grouping, hints=(MORE,))
    rows = np.flatnonzero(chosen)
    if len(rows) <= SINGLY:
        return _build_among(findings, rows.tolist(), view)
    _refuse_on_groups(view)
    columns = tuple(by) or _choose_columns(register, chosen)
    return build_overview_diagram(
        findings, group_by(register, columns, chosen), hints=(NARROWER, MORE)
    )


def _refuse(view: View, by: Sequence[str]) -> None:
    """Complain of what a register has not."""
    if view.source:
        raise SettingsError("--source is not for registers, which cite none")
    for column in by:
        if column not in COLUMNS:
            raise SettingsError(f"--by knows no '{column}' (allowed: {', '.join(COLUMNS)})")


def _refuse_on_groups(view: View) -> None:
    """Complain of what means nothing where bodies are drawn as groups."""
    for option, asked in (("collapse", view.collapse), ("highlight", view.highlight)):
        if asked:
            raise SettingsError(
                f"--{option} is for bodies drawn one by one, and these are drawn as groups; show "
                "fewer of them (--kind, --area, --tier, --focus, --chain), or leave it out"
            )


def _plain(view: View) -> View:
    """What is left of a view once its bodies are cut out."""
    return View(
        accountability=view.accountability, highlight=view.highlight, collapse=view.collapse
    )


def _build_among(findings: RegisterFindings, rows: list[int], view: View) -> Diagram:
    """Some bodies one by one, and by name the superiors of theirs that are not among them."""
    register, graph = findings.graph.register, findings.graph
    answering = np.isin(graph.froms, rows)
    superiors = np.setdiff1d(graph.tos[answering], rows)
    cut = cut_among(register, [*rows, *superiors.tolist()])
    only = tuple(register.bodies.ids[row] for row in rows)
    return _build_one_by_one(findings, cut, replace(_plain(view), only=only))


def _build_one_by_one(findings: RegisterFindings, cut: Structure, view: View) -> Diagram:
    """Bodies one by one, with what the rules found in the whole register."""
    register, standpoint = findings.graph.register, findings.graph.standpoint
    rows = [find_number(register, body.id) for body in cut.bodies]
    told = list_about(findings, np.array(rows, dtype=np.int64))
    small = Findings(cut, standpoint, told, tuple(all_checks()))
    diagram = build_diagram(AccountabilityGraph(cut, standpoint), small, view)
    shown = sum(not body.pointer for body in diagram.bodies)
    outside = int(np.count_nonzero(findings.graph.present)) - shown
    if not outside:
        return diagram
    said = f"Left out: {count_words(outside, 'body', 'bodies')} outside this view."
    return replace(diagram, left_out=(said, *diagram.left_out))


def _choose_columns(register: Register, chosen: Flags) -> tuple[str, ...]:
    """Kinds within their areas where that is not too much for a sheet, else kinds."""
    kinds, areas = find_words(register, "kind"), find_words(register, "area")
    used = [np.count_nonzero(np.bincount(words.codes[chosen])) for words in (kinds, areas)]
    if used[0] == 1 and used[1] > 1:
        return ("area",)
    fits = 1 < used[1] <= FEW_AREAS and used[0] * used[1] <= MOST
    return ("area", "kind") if fits else ("kind",)
