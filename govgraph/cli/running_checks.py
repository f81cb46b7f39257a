"""Running the checks as the command asks for them: on a structure, a register, or Spark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.checks.finding import Severity
from govgraph.checks.settings import Settings, settings_for
from govgraph.cli.options import refuse_options, separate
from govgraph.cli.output import print_talk, print_text, print_told, reading_width

if TYPE_CHECKING:
    from typer import Context

    from govgraph.checks.runner import Findings


@dataclass(frozen=True, kw_only=True)
class CheckRequest:
    """What `govgraph check` was asked for; each field is an option of the same name."""

    context: "Context"
    structure: str
    select: list[str] | None
    ignore: list[str] | None
    fail_on: str | None
    exit_zero: bool
    format_: str
    rules: Path | None
    output: str | None
    each: bool
    baseline: Path | None
    write_baseline: Path | None
    config: Path | None
    isolated: bool
    against: list[Path] | None
    as_at: str | None
    include: Sequence[str] | None
    undated: bool
    presume: bool
    register: bool
    memory: str | None
    work_dir: Path | None
    engine: str
    spark_remote: str | None
    spark_work: str | None

    @property
    def path(self) -> Path:
        """Where the structure or register is."""
        return Path(self.structure)

    @property
    def file(self) -> Path | None:
        """The file that findings are written to."""
        return Path(self.output) if self.output else None

    @property
    def standpoint(self) -> tuple[str | None, Sequence[str], bool]:
        """As at which date, what to include, and whether to presume lines."""
        return self.as_at, self.include or (), self.presume

    @cached_property
    def settings(self) -> Settings:
        """The settings beside the structure, or in the file that was named."""
        return Settings() if self.isolated else settings_for(self.path, self.config)

    @property
    def selected(self) -> Sequence[str]:
        """The rules to run; all if empty."""
        return separate(self.select) or self.settings.select

    @property
    def ignored(self) -> Sequence[str]:
        """The rules to leave out."""
        return separate(self.ignore) if self.ignore is not None else self.settings.ignore

    @property
    def severities(self) -> Mapping[str, Severity]:
        """How grave rules are, where not as they say themselves."""
        return self.settings.severities

    @property
    def least(self) -> Severity:
        """The severity from which findings fail a check."""
        if self.fail_on:
            return Severity[self.fail_on.upper()]
        return self.settings.fail_on or Severity.ERROR


def run_check(asked: CheckRequest) -> int:
    """Check what was asked for, print or write what was found, and give the exit code."""
    from govgraph.cli.registers import is_register
    from govgraph.cli.spark import refuse_without_spark
    from govgraph.reporting.whole_files import refuse_to_overwrite

    read = (asked.structure, asked.config, asked.rules, *(asked.against or ()))
    refuse_to_overwrite(asked.file, *read, asked.baseline)
    refuse_to_overwrite(asked.write_baseline, *read)  # the baseline that was read may be renewed
    if asked.engine == "spark":
        return _check_on_spark(asked)
    refuse_without_spark(asked.context)
    if is_register(asked.path, told=asked.register):
        fails = _check_register(asked)
    else:
        fails = _check_structure(asked)
    return int(fails and not asked.exit_zero)


def _check_on_spark(asked: CheckRequest) -> int:
    from govgraph.cli.spark import check_on_spark, give_code

    refuse_options(
        "registers on Spark",
        against=asked.against,
        undated=asked.undated,
        rules=asked.rules,
        each=asked.each,
        memory=asked.memory,
        work_dir=asked.work_dir,
    )
    counted = check_on_spark(
        asked.structure,
        asked.settings,
        asked.format_,
        asked.output or "",
        select=asked.selected,
        ignore=asked.ignored,
        standpoint=asked.standpoint,
        cluster=(asked.spark_remote or "", asked.spark_work or ""),
        baseline=asked.baseline,
        write_baseline=asked.write_baseline,
    )
    return 0 if asked.exit_zero or asked.write_baseline else give_code(counted, asked.least)


def _check_register(asked: CheckRequest) -> bool:
    from govgraph.cli.registers import (
        find_findings,
        give_findings,
        new_since,
        refuse_form,
        write_baseline,
    )

    refuse_options(
        "registers",
        undated=asked.undated,
        rules=asked.rules,
        against=asked.against,
        each=asked.each,
    )
    refuse_form(asked.format_, asked.file)
    findings = find_findings(
        asked.path,
        severities=asked.severities,
        select=asked.selected,
        ignore=asked.ignored,
        standpoint=asked.standpoint,
        room=(asked.memory, asked.work_dir),
    )
    if asked.write_baseline:
        write_baseline(findings, asked.write_baseline)
        return False
    if asked.baseline:
        findings = new_since(findings, asked.baseline)
    give_findings(findings, asked.format_, asked.file)
    return findings.fails(asked.least)


def _check_structure(asked: CheckRequest) -> bool:
    from govgraph import api
    from govgraph.checks.baseline import find_keys, hold_against
    from govgraph.cli.baselines import report_measured, write_keys

    refuse_options("structures", memory=asked.memory, work_dir=asked.work_dir)
    against, policy = asked.against or asked.settings.against, asked.settings.policy
    loaded = api.against(api.load(asked.path), against, policy=policy)
    as_at, include, presume = asked.standpoint
    graph = api.build_graph(
        loaded, as_at=as_at, include=include, presume=presume, undated=asked.undated
    )
    findings = api.check(
        graph,
        select=asked.selected,
        ignore=asked.ignored,
        severities=asked.severities,
        rules=asked.rules,
    )
    if asked.write_baseline:
        write_keys(find_keys(findings), asked.write_baseline)
        return False
    if asked.baseline:
        findings = report_measured(hold_against(findings, asked.baseline))
    _give(findings, asked.format_, asked.file, each=asked.each)
    return findings.fails(asked.least)


def _give(findings: "Findings", form: str, output: Path | None, *, each: bool = False) -> None:
    """Print the findings in a form, or write them to a file."""
    from govgraph.errors import SettingsError
    from govgraph.reporting.findings.findings_forms import render_findings
    from govgraph.reporting.whole_files import write_whole

    if form == "xlsx":
        from govgraph.reporting.findings.findings_lines import findings_as_workbook

        if output is None:
            raise SettingsError("a workbook goes to a file: add -o FILE.xlsx")
        content: str | bytes = findings_as_workbook(findings)
    else:
        width = None if output else reading_width()
        content = render_findings(findings, form, width, each=each)
    if output is None:
        (print_told if form == "text" else print_text)(str(content))
        return
    write_whole(output, content if isinstance(content, bytes) else f"{content}\n")
    print_talk(f"wrote {output}")
