"""The rules: list them, explain one, and how a structure's own ones fare."""

from typing import Annotated

import typer

from govgraph.cli.loading import load_structure
from govgraph.cli.options import (
    Against,
    AsAt,
    Format,
    FormatOption,
    Include,
    RulesFolder,
    StructurePath,
    Undated,
)
from govgraph.cli.output import print_answer, print_data, print_told, screen_width


def rules(*, format_: FormatOption = Format.TEXT, rules_: RulesFolder = None) -> None:
    """List every rule: code, name, severity and what it finds.

    Example: govgraph rules --format json
    """
    from govgraph.checks.rule_catalogue import all_checks
    from govgraph.checks.rule_plugins import rules_of
    from govgraph.reporting.text_columns import rows_as_columns

    with rules_of(rules_):
        rows = [(each.code, each.name, str(each.severity), each.summary) for each in all_checks()]
    if format_ is Format.JSON:
        names = ("code", "name", "severity", "finds")
        print_data({"rules": [dict(zip(names, row, strict=True)) for row in rows]})
    else:
        print_told("\n".join(rows_as_columns(rows, screen_width())), wide=True)


def rule(
    name: Annotated[
        str,
        typer.Argument(metavar="RULE", help="A rule, by code or name.", show_default=False),
    ],
    *,
    rules_: RulesFolder = None,
) -> None:
    """Explain one rule: what it finds, why it matters and how to put it right.

    Example: govgraph rule orphaned-body
    """
    from govgraph.checks.rule_catalogue import find_check
    from govgraph.checks.rule_plugins import rules_of

    with rules_of(rules_):
        check = find_check(name)
    print_told(f"{check.code} {check.name} ({check.severity})\n\n{check.documentation.strip()}")


def policy(
    structure: StructurePath,
    *,
    format_: FormatOption = Format.TEXT,
    against: Against = None,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
) -> None:
    """List the author's own rules and how each fares; exit 0 if all are kept, 1 if not.

    Example: govgraph policy data/oxfordshire --against data/policy/local-partnerships.yaml
    """
    from govgraph import api
    from govgraph.checks.settings import settings_for
    from govgraph.reporting.policy_text import policy_as_data, policy_as_text

    settings, loaded = settings_for(structure), load_structure(structure)
    loaded = api.against(loaded, against or settings.against, policy=settings.policy)
    graph = api.build_graph(loaded, as_at=as_at, include=include or (), undated=undated)
    verdicts = api.policy(graph)
    if format_ is Format.JSON:
        print_answer(graph, policy_as_data(verdicts))
    else:
        print_told(policy_as_text(graph, verdicts))
    if not all(verdict.is_kept for verdict in verdicts):
        raise typer.Exit(1)
