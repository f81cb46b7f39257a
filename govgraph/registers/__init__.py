"""What a program asks of a register: bodies and relations by the million, as columns.

    register = registers.load("registers/companies")
    graph = registers.build_graph(register, as_at="2024")
    findings = registers.check(graph)

A register is a folder with the tables `bodies` and `relations`, as CSV or Parquet. It needs the
extra `scale`. A question of one body is asked of an excerpt, a small structure cut out of the
register, which the verbs of `govgraph` take like any other.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.formats.written_standpoint import parse_standpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govgraph.checks.finding import Finding, Severity
    from govgraph.checks.runner import Findings
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.drawing.scene.views import View
    from govgraph.model.dates import PartialDate
    from govgraph.model.structure import Structure
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.graph.shortest_chains import ShortestChains
    from govgraph.registers.reading.register import Register
    from govgraph.registers.rules.register_findings import RegisterFindings as RegisterFindings


def load(
    path: str | Path,
    *,
    memory: str | int | None = None,
    work_dir: str | Path | None = None,
    tell: Callable[[str], None] | None = None,
    note: Callable[[str], None] | None = None,
    say: Callable[[str], None] | None = None,
) -> Register:
    """The register in a folder, in memory if it fits there, or else in files that have no name.

    Args:
        path: the folder, or one of its tables.
        memory: the bytes of memory that it may take, such as `2GB`; what is free if not said.
        work_dir: the folder of these files; `TMPDIR`, or `/var/tmp`, if not said.
        tell: is told what is being read.
        note: is told how far it has got, where it goes into files.
        say: is told in one line why it does.

    Raises:
        LoadError: it cannot be read, or rows are malformed; carries every problem.
        MissingExtraError: Polars is not installed.
        OutputError: there is no room for such files.
        SettingsError: `memory` is no size.
    """
    from govgraph.registers.reading.register_reader import read_register
    from govgraph.registers.reading.room import Room, parse_size

    allowed = parse_size(memory) if isinstance(memory, str) else memory
    room = Room(allowed, Path(work_dir) if work_dir else None, say or str)
    return read_register(Path(path), tell, room=room, note=note)


def build_graph(
    register: Register,
    *,
    as_at: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> RegisterGraph:
    """Who answers to whom in a register, as at a date; without one, for all dates.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    from govgraph.registers.graph.register_graph import RegisterGraph

    return RegisterGraph(register, parse_standpoint(as_at, include, presume=presume))


def check(
    graph: RegisterGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    tell: Callable[[str], None] | None = None,
) -> RegisterFindings:
    """What is wrong with the lines of account of a register, the gravest first.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.
        tell: is told the name of each rule when it is begun.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    from govgraph.registers.rules.runner import check_register

    return check_register(graph, select=select, ignore=ignore, severities=severities, tell=tell)


def tell(findings: RegisterFindings, most: int = 1_000) -> tuple[Finding, ...]:
    """So many findings one by one, with their places and chains: some of every rule."""
    from govgraph.registers.rules.finding_records import list_some

    return list_some(findings, most)


def write(findings: RegisterFindings, path: str | Path, form: str = "jsonl") -> None:
    """Write every finding to a file, whole or not at all: `jsonl`, `csv` or `parquet`.

    Raises:
        SettingsError: it is no such form.
        OutputError: it cannot be written.
    """
    from govgraph.registers.telling.finding_files import refuse_form, write_findings
    from govgraph.reporting.whole_files import stream_whole

    refuse_form(form)
    stream_whole(Path(path), lambda file: write_findings(findings, form, file))


def diagram(
    findings: RegisterFindings, *, view: View | None = None, by: Sequence[str] = ()
) -> Diagram:
    """What a drawing of a register shows: bodies one by one where they are few, else groups.

    Args:
        findings: what the rules found, and who answers to whom.
        view: which part of it to show; the whole if None.
        by: what the bodies of one box have in common: `kind`, `area`, `tier`.

    Raises:
        SettingsError: nothing goes by a word of the view, or a register has no such thing.
        QuestionError: a body goes by no name of the register, or by several.
    """
    from govgraph.drawing.scene.views import WHOLE
    from govgraph.registers.drawing.register_scene import build_register_diagram

    return build_register_diagram(findings, view or WHOLE, by)


def draw(
    findings: RegisterFindings,
    *,
    view: View | None = None,
    by: Sequence[str] = (),
    paper: str = "free",
) -> Drawing:
    """The same as a drawing on a paper.

    Raises:
        SettingsError: no paper goes by that name, or the view means nothing.
        QuestionError: a body goes by no name of the register, or by several.
    """
    from govgraph.drawing.draw import draw_diagram

    return draw_diagram(diagram(findings, view=view, by=by), paper=paper)


def part(findings: RegisterFindings, view: View) -> Findings:
    """A part of a register as a structure, with what was found about it in the whole register.

    `part(...).structure` is a structure that the verbs of `govgraph` take like any other;
    `govgraph.report` and `govgraph.paper` take the findings beside it.

    Args:
        findings: what the rules found.
        view: `focus`, an identifier or name; or `area`, `kind` and `tier`.

    Raises:
        SettingsError: nothing is asked for, nothing has such an area, kind or tier, or too much.
        QuestionError: a body goes by no name of the register, or by several.
    """
    from govgraph.registers.telling.register_part import find_part

    return find_part(findings, view)


def chains(graph: RegisterGraph, ids: Sequence[str]) -> ShortestChains:
    """The shortest chain to an apex of each of many bodies, all at once.

    Raises:
        UnknownNameError: one of them is not in the register.
    """
    from govgraph.errors import UnknownNameError
    from govgraph.registers.graph.shortest_chains import find_shortest_chains
    from govgraph.registers.reading.body_finder import find_numbers

    numbers = find_numbers(graph.register, ids)
    if (numbers < 0).any():
        raise UnknownNameError("body", ids[int((numbers < 0).argmax())])
    return find_shortest_chains(graph, numbers)


def excerpt(register: Register, question: str, bodies: Sequence[str]) -> Structure:
    """As much of a register as a question of some bodies needs, as a structure.

    Args:
        register: what it is cut out of.
        question: the name of a question, such as `chain`.
        bodies: identifiers or names.

    Raises:
        QuestionError: there is no such question; or a body goes by no name of the register, or
            by several.
    """
    from govgraph.questions.question_catalogue import find_question
    from govgraph.registers.graph.excerpt import cut
    from govgraph.registers.reading.body_finder import find_number

    needs = find_question(question).wording.needs
    return cut(register, needs, [find_number(register, name) for name in bodies])


def write_index(register: Register) -> Path:
    """Write the index of a register beside its tables, and say where.

    Raises:
        OutputError: it cannot be written.
    """
    from govgraph.registers.index.writer import write_index

    return write_index(register)


def identify(register: Register, name: str) -> str:
    """The identifier of the body that goes by a name.

    Raises:
        QuestionError: no body does, or several do.
    """
    from govgraph.registers.reading.body_finder import find_number

    id_: str = register.bodies.ids[find_number(register, name)]
    return id_
