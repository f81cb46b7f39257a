"""The checks: check a structure, list the rules, explain one."""

from enum import StrEnum
from typing import Annotated

import typer

from govgraph.cli.options import AsAt, Format, FormatOption, Include, Presume, StructurePath
from govgraph.cli.output import print_data, print_text, reading_width


class FailOn(StrEnum):
    """The severity from which findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


RULES = "A rule by code, beginning of a code (GG1) or name; several times for several."
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help=f"Run only this. {RULES}", show_default=False),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help=f"Leave this out. {RULES}", show_default=False),
]


def check(
    structure: StructurePath,
    *,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.ERROR,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    presume: Presume = False,
) -> None:
    """What is broken in a structure; exit 0 clean, 1 findings, 2 could not look.

    Example: govgraph check data/hampshire --ignore uncited --fail-on warning
    """
    from govgraph import verbs
    from govgraph.checks.finding import Severity

    loaded = verbs.load(structure)
    graph = verbs.build_graph(loaded, as_at=as_at, include=include or (), presume=presume)
    findings = verbs.check(graph, select=_separate(select), ignore=_separate(ignore))
    if format_ is Format.JSON:
        from govgraph.reporting.findings_json import findings_as_data

        print_data(findings_as_data(findings))
    else:
        from govgraph.reporting.findings_text import findings_as_text

        print_text(findings_as_text(findings, reading_width()))
    if findings.fails(Severity[fail_on.name]) and not exit_zero:
        raise typer.Exit(1)


def rules(*, format_: FormatOption = Format.TEXT) -> None:
    """Every rule there is: code, name, severity, what it finds.

    Example: govgraph rules --format json
    """
    from govgraph.checks.catalogue import CHECKS

    if format_ is Format.JSON:
        listed = [
            {"code": c.code, "name": c.name, "severity": str(c.severity), "finds": c.summary}
            for c in CHECKS
        ]
        print_data({"rules": listed})
        return
    width = max(len(check.name) for check in CHECKS)
    for check in CHECKS:
        print_text(
            f"{check.code}  {check.name.ljust(width)}  {check.severity!s:<11}  {check.summary}"
        )


def rule(
    name: Annotated[
        str,
        typer.Argument(metavar="RULE", help="A rule, by code or name.", show_default=False),
    ],
) -> None:
    """Explain one rule: what it finds, why it matters, how to put it right.

    Example: govgraph rule orphaned-body
    """
    from govgraph.checks.catalogue import find_check

    check = find_check(name)
    print_text(f"{check.code} {check.name} ({check.severity})\n\n{check.documentation.strip()}")


def _separate(rules: list[str] | None) -> list[str]:
    """Rules given several times or with commas between, one by one."""
    return [word.strip() for given in rules or () for word in given.split(",") if word.strip()]
