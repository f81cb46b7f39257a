"""Checking a structure: its faults, its own rules, what is different."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import SettingsError
from govgraph.model.dates import PartialDate
from govgraph.model.structure import Structure
from govgraph.verbs.loading import build_graph

if TYPE_CHECKING:
    from govgraph.checks.comparison import Comparison
    from govgraph.checks.finding import Severity
    from govgraph.checks.policy import Verdict
    from govgraph.checks.runner import Findings
    from govgraph.checks.settings import Settings
    from govgraph.graph.accountability import AccountabilityGraph


def check(
    graph: "AccountabilityGraph",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: "Mapping[str, Severity] | None" = None,
) -> "Findings":
    """What is wrong with a structure, the gravest first.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    from govgraph.checks.runner import check_structure
    from govgraph.formats.garbage import paused_collection

    with paused_collection():
        return check_structure(
            graph.structure, graph.standpoint, select=select, ignore=ignore, severities=severities
        )


def diff(
    old: Structure,
    new: Structure | None = None,
    *,
    from_date: str | PartialDate | None = None,
    to_date: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> "Comparison":
    """What is different between two structures, or between two states of one.

    With one structure and a date or two, the states are those of the dates, and what is to be
    included counts on both sides from its own day on. With one structure and no date, today is
    held against what is proposed. What has no start counts on both sides, and is said to be open.

    Raises:
        SettingsError: a date means nothing, or there is nothing to tell two states apart by.
    """
    from govgraph.checks.comparison import compare_states

    included = tuple(include)
    dated = from_date is not None or to_date is not None
    if new is None and not dated and not any(included):
        raise SettingsError("name a second structure, two dates, or what to include after")
    if new is None and dated:
        from_date, to_date = from_date or old.as_at, to_date or old.as_at
        if from_date is None or to_date is None:
            raise SettingsError("the structure has no date of its own; give both dates")
    at_first = included if new or dated else ()
    before = build_graph(old, as_at=from_date, include=at_first, presume=presume, undated=True)
    after = build_graph(new or old, as_at=to_date, include=included, presume=presume, undated=True)
    after = after if new else before.seen_from(after.standpoint)
    return compare_states(before, after)


def settings(structure: str | Path, file: str | Path | None = None) -> "Settings":
    """The settings that hold for a structure: those of `file`, or of the `govgraph.toml` near it.

    Raises:
        LoadError: the settings cannot be read.
    """
    from govgraph.checks.settings import Settings, find_settings, read_settings

    path = Path(file) if file else find_settings(Path(structure))
    return read_settings(path) if path else Settings()


def policy(graph: "AccountabilityGraph") -> "tuple[Verdict, ...]":
    """How each of a structure's own rules fares, in the order written."""
    from govgraph.checks.policy import judge_policy
    from govgraph.checks.runner import gather_evidence

    return judge_policy(gather_evidence(graph))
