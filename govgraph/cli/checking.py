"""The checks: what is broken in a structure or in a register."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.options import (
    Against,
    AsAt,
    AsRegister,
    Include,
    Presume,
    RulesFolder,
    Undated,
)


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


RULES = "a code, the start of a code (GG1) or a name. Repeat to select more."


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
        list[str] | None, typer.Option(metavar="RULE", help=f"Run only this rule: {RULES}")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help=f"Leave this rule out: {RULES}")
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit 1 if any finding is at least this severe. [default: error]"),
    ] = None,
    exit_zero: Annotated[bool, typer.Option(help="Always exit 0, even with findings.")] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FindingsFormat),
            help="How to print the findings; packages may add forms.",
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
            help="Write the findings to a file instead of the screen. On Spark, write every "
            "finding as Parquet to a new folder or URI.",
        ),
    ] = None,
    each: Annotated[
        bool,
        typer.Option(
            "--each", help="In text, list each finding separately instead of grouping similar ones."
        ),
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out the findings that this file already holds."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write today's findings to this file, for --baseline later."
        ),
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
    memory: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE",
            help="The memory that a register may take, such as 2GB; one that takes more is worked "
            "out in files. [default: what is free]",
            show_default=False,
        ),
    ] = None,
    work_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where these files go; they have no name and are gone at the end. "
            "[default: TMPDIR, or /var/tmp]",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        Engine,
        typer.Option(
            help="What checks a register: the table engine on this machine, or Spark for a "
            "register too large for it."
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
            help="A folder or URI that the whole cluster can write to; --engine spark removes what "
            "it writes there.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Find what is broken in a structure; exit 0 clean, 1 findings, 2 could not look.

    Example: govgraph check data/hampshire --ignore uncited --fail-on warning
    """
    given = dict(locals())
    from govgraph.cli.running_checks import CheckRequest, run_check

    raise typer.Exit(run_check(CheckRequest(**given)))
