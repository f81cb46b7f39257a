"""The checks: what is broken in a structure or in a register."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.options import (
    Against,
    AsAt,
    AsRegister,
    Include,
    Presume,
    RulesFolder,
    Undated,
    refuse_options,
    separate,
)
from govgraph.cli.output import print_talk, print_text, print_told, reading_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.checks.finding import Severity
    from govgraph.checks.runner import Findings
    from govgraph.cli.registers import Standpoint
    from govgraph.registers import RegisterFindings

    Rules = tuple[Mapping[str, Severity], Sequence[str], Sequence[str]]
    """How grave rules are, which to run, and which to leave out."""


class FailOn(StrEnum):
    """The severity from which findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class Engine(StrEnum):
    """What checks a register."""

    TABLE = "table"
    SPARK = "spark"


class FindingsFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    PARQUET = "parquet"


RULES = "A rule by code, beginning of a code (GG1) or name; several times for several."


def check(
    context: typer.Context,
    structure: Annotated[
        str,
        typer.Argument(
            metavar="STRUCTURE",
            help="The structure: a file or folder in any of the formats, or - for standard input. "
            "On Spark a register, also as a URI such as s3://bucket/folder.",
            show_default=False,
        ),
    ],
    *,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help=f"Run only this. {RULES}")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help=f"Leave this out. {RULES}")
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit with 1 from this severity on. [default: error]"),
    ] = None,
    exit_zero: Annotated[bool, typer.Option(help="Exit with 0 whatever is found.")] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FindingsFormat),
            help="How to print what is found; packages may bring further forms.",
            autocompletion=lambda: [*FindingsFormat],
        ),
    ] = FindingsFormat.TEXT,
    rules: RulesFolder = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write it to a file, not the screen. On Spark every finding, as Parquet, to a "
            "new folder or URI.",
        ),
    ] = None,
    each: Annotated[
        bool,
        typer.Option(
            "--each", help="As text, list each finding by itself, not alike ones together."
        ),
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out what this file says was wrong already."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write what is wrong now, for --baseline later."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Settings. [default: govgraph.toml beside the structure, or in this folder]",
        ),
    ] = None,
    isolated: Annotated[bool, typer.Option(help="Read no settings.")] = False,
    against: Against = None,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
    register: AsRegister = False,
    engine: Annotated[
        Engine,
        typer.Option(
            help="What checks a register: the table on this machine, or Spark, for one that is "
            "too large for it."
        ),
    ] = Engine.TABLE,
    spark_remote: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            envvar="SPARK_REMOTE",
            help="The cluster for --engine spark: sc://host:15002. [default: an engine of our own "
            "on this machine]",
            show_default=False,
            show_envvar=True,
        ),
    ] = None,
    spark_work: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="A folder or URI that all of the cluster can write; what --engine spark writes "
            "there is removed again.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """What is broken in a structure; exit 0 clean, 1 findings, 2 could not look.

    Example: govgraph check data/hampshire --ignore uncited --fail-on warning
    """
    from govgraph import api
    from govgraph.checks.finding import Severity
    from govgraph.checks.settings import Settings, settings_for
    from govgraph.cli.registers import (
        give_findings,
        is_register,
        new_since,
        write_register_baseline,
    )
    from govgraph.cli.spark import (
        check_on_spark,
        give_code,
        refuse_beside_table,
    )
    from govgraph.reporting.files import refuse_to_overwrite

    path, file = Path(structure), Path(output) if output else None
    for written in (file, write_baseline):
        refuse_to_overwrite(written, structure, config, *(against or ()))
    settings = Settings() if isolated else settings_for(path, config)
    selected = separate(select) or settings.select
    ignored = separate(ignore) if ignore is not None else settings.ignore
    least = Severity[fail_on.name] if fail_on else settings.fail_on or Severity.ERROR
    if engine is Engine.SPARK:
        refuse_options(
            "registers on Spark",
            baseline=baseline,
            write_baseline=write_baseline,
            against=against,
            undated=undated,
            rules=rules,
        )
        counted = check_on_spark(
            structure,
            settings,
            format_,
            output or "",
            select=selected,
            ignore=ignored,
            standpoint=(as_at, include or (), presume),
            cluster=(spark_remote or "", spark_work or ""),
        )
        raise typer.Exit(0 if exit_zero else give_code(counted, least))
    refuse_beside_table(context)
    if is_register(path, told=register):
        refuse_options("registers", undated=undated, rules=rules)
        chosen = (settings.severities, selected, ignored)
        told = _check_register(path, chosen, (as_at, include or (), presume), against)
        if write_baseline:
            write_register_baseline(told, write_baseline)
            return
        if baseline:
            told = new_since(told, baseline)
        give_findings(told, format_, file)
        if told.fails(least) and not exit_zero:
            raise typer.Exit(1)
        return
    loaded = api.against(api.load(path), against or settings.against, policy=settings.policy)
    graph = api.build_graph(
        loaded, as_at=as_at, include=include or (), presume=presume, undated=undated
    )
    findings = api.check(
        graph, select=selected, ignore=ignored, severities=settings.severities, rules=rules
    )
    if write_baseline:
        _write_baseline(findings, write_baseline)
        return
    if baseline:
        findings = _new_since(findings, baseline)
    _give(findings, format_, file, each=each)
    if findings.fails(least) and not exit_zero:
        raise typer.Exit(1)


def _check_register(
    path: Path, rules: "Rules", standpoint: "Standpoint", against: list[Path] | None
) -> "RegisterFindings":
    """What is wrong in a register, which has nothing to measure against requirements."""
    from govgraph.cli.registers import find_findings

    refuse_options("registers", against=against)
    severities, select, ignore = rules
    return find_findings(
        path, severities=severities, select=select, ignore=ignore, standpoint=standpoint
    )


def _give(findings: "Findings", form: str, output: Path | None, *, each: bool = False) -> None:
    """Print the findings in a form, or write them to a file."""
    from govgraph.errors import SettingsError
    from govgraph.reporting.files import write_whole
    from govgraph.reporting.findings.catalogue import tell_findings

    if form == FindingsFormat.XLSX:
        from govgraph.reporting.findings.workbook import findings_as_workbook

        if output is None:
            raise SettingsError("a workbook goes to a file: add -o FILE.xlsx")
        content: str | bytes = findings_as_workbook(findings)
    else:
        width = None if output else reading_width()
        content = tell_findings(findings, form, width, each=each)
    if output is None:
        (print_told if form == FindingsFormat.TEXT else print_text)(str(content))
        return
    write_whole(output, content if isinstance(content, bytes) else f"{content}\n")
    print_talk(f"wrote {output}")


def _write_baseline(findings: "Findings", path: Path) -> None:
    from govgraph.checks.baseline import write_baseline
    from govgraph.reporting.files import write_whole

    write_whole(path, write_baseline(findings) + "\n")
    print_talk(f"wrote {path}: {len(findings.findings) - findings.waived} findings")


def _new_since(findings: "Findings", path: Path) -> "Findings":
    from govgraph.checks.baseline import hold_against

    measured = hold_against(findings, path)
    gone = f"; {measured.gone} of its findings are gone" if measured.gone else ""
    known = "1 finding is" if measured.known == 1 else f"{measured.known} findings are"
    print_talk(f"{known} in the baseline and left out{gone}")
    return measured.findings
