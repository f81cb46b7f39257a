"""Registers on the command line: checked as columns, asked through excerpts."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.cli.options import RegisterPath
from govgraph.cli.output import print_talk, print_text, print_told, stream_bytes
from govgraph.cli.progress import Progress, working
from govgraph.errors import SettingsError
from govgraph.wording.lists import count_words

Standpoint = tuple[str | None, Sequence[str], bool]
"""As at which date, what to include, and whether to presume lines."""
Room = tuple[str | None, Path | None]
"""The memory that a register may take, and where it goes if that is too little."""


if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.checks.finding import Severity
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.scene.views import View
    from govgraph.model.structure import Structure
    from govgraph.questions.question import Question
    from govgraph.registers.rules.register_findings import RegisterFindings


def is_register(path: Path, *, told: bool) -> bool:
    """Whether a path is to be read as a register: somebody says so, or it looks like one."""
    from govgraph.formats.register.register_files import is_register

    return told or is_register(path)


def find_findings(
    path: Path,
    *,
    severities: "Mapping[str, Severity] | None" = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    standpoint: Standpoint = (None, (), False),
    room: Room = (None, None),
) -> "RegisterFindings":
    """What is wrong in a register, its reading and its checks shown as they go on.

    Args:
        path: where it is.
        severities: how grave rules are, where not as they say themselves.
        select: the rules to run; all if empty.
        ignore: the rules to leave out.
        standpoint: as at which date, what to include, and whether to presume lines.
        room: the memory that it may take, and where it goes if that is too little.
    """
    from govgraph import registers
    from govgraph.checks.rule_catalogue import LINE_RULES

    as_at, include, presume = standpoint
    progress = Progress(len(LINE_RULES) + 2)
    memory, work_dir = room
    told = {"tell": progress.tell, "note": progress.note, "say": print_talk}
    try:
        register = registers.load(path, memory=memory, work_dir=work_dir, **told)
        graph = registers.build_graph(register, as_at=as_at, include=include, presume=presume)
        return registers.check(
            graph, select=select, ignore=ignore, severities=severities, tell=progress.tell
        )
    finally:
        progress.end()


def build_register_diagram(
    path: Path, view: "View", by: Sequence[str], standpoint: Standpoint
) -> "Diagram":
    """What a drawing of the register at a path shows."""
    from govgraph import registers

    findings = find_findings(path, standpoint=standpoint)
    if not len(findings.graph):
        print_talk(f"{path} is empty: there are no bodies in it to be drawn")
    return registers.diagram(findings, view=view, by=by)


def refuse_form(form: str, output: Path | None) -> None:
    """Complain of a form in which no register is told, before any of it is read.

    Raises:
        SettingsError: there is no such form, or it goes to a file and none is named.
    """
    from govgraph.registers.telling import finding_files, first_findings

    allowed = (*finding_files.FORMS, *first_findings.FORMS)
    if form not in allowed:
        told = ", ".join(allowed)
        raise SettingsError(f"a register is not told as '{form}' (allowed: {told})")
    if form == "xlsx" and output is None:
        raise SettingsError("a workbook goes to a file: add -o FILE.xlsx")


def give_findings(findings: "RegisterFindings", form: str, output: Path | None) -> None:
    """Print the findings of a register in a form, or write them to a file."""
    from govgraph.registers.telling.finding_files import write_findings
    from govgraph.registers.telling.findings_text import register_findings_as_text
    from govgraph.registers.telling.first_findings import FORMS, MOST, render_first
    from govgraph.reporting.whole_files import stream_whole, write_whole

    if form in FORMS:
        told = render_first(findings, form)
        if form != "markdown" and len(findings) > MOST:
            every = "--format jsonl, csv or parquet gives all"
            print_talk(f"{MOST:,} of {len(findings):,} findings are told; {every}")
        if output is None:
            print_text(str(told))
        else:
            write_whole(output, told if isinstance(told, bytes) else f"{told}\n")
    elif form == "text" and output is None:
        print_told(register_findings_as_text(findings))
    elif output is None:
        with _writing(findings, shown=sys.stdout.isatty()):
            stream_bytes(lambda file: write_findings(findings, form, file))
    else:
        with _writing(findings, shown=False):
            stream_whole(output, lambda file: write_findings(findings, form, file))
    if output is not None:
        print_talk(f"wrote {output}")


def _writing(findings: "RegisterFindings", *, shown: bool) -> AbstractContextManager[None]:
    """Says that findings are being written, where they are not themselves to be seen."""
    return nullcontext() if shown else working(f"writing {count_words(len(findings), 'finding')}")


def write_baseline(findings: "RegisterFindings", path: Path) -> None:
    """Write what is wrong now, for a baseline later."""
    from govgraph.cli.baselines import write_keys
    from govgraph.registers.rules.baseline import find_keys

    write_keys(find_keys(findings), path)


def new_since(findings: "RegisterFindings", path: Path) -> "RegisterFindings":
    """The findings that the baseline in a file does not hold."""
    from govgraph.cli.baselines import report_measured
    from govgraph.registers.rules.baseline import hold_against

    return report_measured(hold_against(findings, path))


def cut_excerpt(
    path: Path, question: "Question[..., Any]", bodies: Sequence[str]
) -> tuple["Structure", tuple[str, ...]]:
    """What a question needs of the register at a path, and the bodies asked about by id.

    It is taken from the index, if there is one of the tables as they are.
    """
    from govgraph.registers.index.index_reader import DAMAGED, ask_index, open_index

    index, refused = open_index(path)
    answer = ask_index(index, question.wording.needs, bodies) if index else None
    if index and answer is None:
        refused = DAMAGED
    if refused:
        print_talk(f"the index of {path} is {refused}; it is not used")
    return answer or _read_excerpt(path, question, bodies)


def _read_excerpt(
    path: Path, question: "Question[..., Any]", bodies: Sequence[str]
) -> tuple["Structure", tuple[str, ...]]:
    """The same from the tables themselves."""
    from govgraph import registers

    progress = Progress(2)
    try:
        register = registers.load(path, tell=progress.tell, note=progress.note, say=print_talk)
    finally:
        progress.end()
    ids = tuple(registers.identify(register, name) for name in bodies)
    return registers.excerpt(register, question.name, ids), ids


def index(register: RegisterPath) -> None:
    """Write an index of a register, so that questions about a body are answered at once.

    It stands beside the tables in the file `govgraph-index.sqlite`, and is used while they are as
    they were.

    Example: govgraph index data/register
    """
    from govgraph import registers

    progress = Progress(3)
    try:
        loaded = registers.load(register, tell=progress.tell, note=progress.note, say=print_talk)
        progress.tell("writing the index")
        file = registers.write_index(loaded)
    finally:
        progress.end()
    print_talk(f"wrote {file}")
