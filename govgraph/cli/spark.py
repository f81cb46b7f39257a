"""Registers checked on Spark, from the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.cli.baselines import report_measured, write_keys
from govgraph.cli.output import print_data, print_talk, print_text
from govgraph.cli.progress import Progress
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from typer import Context

    from govgraph.checks.finding import Severity
    from govgraph.checks.settings import Settings
    from govgraph.spark.rules.counted import RegisterCount
    from govgraph.spark.rules.spark_findings import SparkFindings

FORMS = ("text", "json")


def refuse_without_spark(context: "Context") -> None:
    """Complain of options that only Spark heeds, where they stand on the command line.

    The address of a cluster may stand in the environment whatever is asked.

    Raises:
        SettingsError: one of them was given.
    """
    from govgraph.cli.framework import was_typed

    for name in ("spark_remote", "spark_work"):
        if was_typed(context, name):
            raise SettingsError(f"--{name.replace('_', '-')} goes with --engine spark")


def check_on_spark(
    path: str,
    settings: "Settings",
    form: str,
    output: str,
    *,
    select: Sequence[str],
    ignore: Sequence[str],
    standpoint: tuple[str | None, Sequence[str], bool],
    cluster: tuple[str, str],
    baseline: Path | None,
    write_baseline: Path | None,
) -> "RegisterCount":
    """Check a register on Spark, write or print what is found, and give how often it was.

    Args:
        path: where it is, a folder or a URI.
        settings: for how grave rules are.
        form: how to print.
        output: where every finding goes, a folder or a URI; nowhere if empty.
        select: the rules to run; all if empty.
        ignore: the rules to leave out.
        standpoint: as at which date, what to include, and whether to presume lines.
        cluster: its address, for an embedded engine nothing; and where it may work.
        baseline: the file of what is known already, to be left out.
        write_baseline: the file for what is wrong now; then nothing else is written or printed.

    Raises:
        MissingExtraError: the extra `spark` is not installed.
        SettingsError: findings cannot be told in that form.
    """
    from govgraph.spark.graph.spark_session import load_spark

    load_spark()  # first, because what follows cannot be imported without it
    from govgraph import spark
    from govgraph.checks.baseline import read_keys
    from govgraph.checks.rule_catalogue import LINE_RULES
    from govgraph.spark.rules.writing import refuse_to_write_over
    from govgraph.spark.telling.counts_text import EVERY

    if form not in FORMS:
        allowed = ", ".join(FORMS)
        raise SettingsError(
            f"on Spark findings are not told as '{form}' (allowed: {allowed}); {EVERY}"
        )
    if output:
        refuse_to_write_over(output)
    if baseline:
        read_keys(baseline)  # what is wrong with it is said before hours of work, not after them
    as_at, include, presume = standpoint
    remote, work = cluster
    progress = Progress(len(LINE_RULES) + 6)
    try:
        progress.tell("starting the engine")
        with spark.connect(remote, work=work, note=progress.note) as engine:
            register = spark.load(engine, path, tell=progress.tell)
            graph = spark.build_graph(register, as_at=as_at, include=include, presume=presume)
            findings = spark.check(
                graph,
                select=select,
                ignore=ignore,
                severities=settings.severities,
                tell=progress.tell,
            )
            findings = _hold(findings, baseline, write_baseline)
            progress.tell("counting findings")
            counted = spark.count(findings)
            if output:
                progress.tell("writing findings")
                spark.write(findings, output)
    finally:
        progress.end()
    if engine.rounds.left:
        print_talk(f"{engine.rounds.folder} is still there: {engine.rounds.left}")
    if output:
        print_talk(f"wrote {output}")
    if write_baseline:
        return counted
    _give(counted, form)
    return counted


def _hold(
    findings: "SparkFindings", baseline: Path | None, write_baseline: Path | None
) -> "SparkFindings":
    """The findings that a baseline does not hold; they are written as one where that is asked."""
    from govgraph.spark.rules.baseline import find_keys, hold_against

    if write_baseline:
        write_keys(find_keys(findings), write_baseline)
    return report_measured(hold_against(findings, baseline)) if baseline else findings


def _give(counted: "RegisterCount", form: str) -> None:
    from govgraph.spark.telling.counts_json import counts_as_data
    from govgraph.spark.telling.counts_text import counts_as_text

    if form == "json":
        print_data(counts_as_data(counted))
    else:
        print_text(counts_as_text(counted))


def give_code(counted: "RegisterCount", least: "Severity") -> int:
    """The exit code: 2 where a rule could not be run, 1 where something so grave was found."""
    return 2 if counted.left_out else int(counted.fails(least))
