"""The public verbs: what a program, a notebook and the command line ask of a structure.

Each takes a structure and bodies by any of their names, and gives a typed answer. Dates are
written as in a structure file (`2010-02`); without one a question is asked as at the
structure's own date.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import SettingsError
from govgraph.model.bodies import Status
from govgraph.model.dates import FORMS, PartialDate
from govgraph.model.names import find_body
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    from govgraph.analysis.chain import Chains
    from govgraph.analysis.impact import Impact
    from govgraph.analysis.paths import Paths
    from govgraph.analysis.profile import Profile
    from govgraph.analysis.reports import Reports
    from govgraph.analysis.superiors import CommonSuperiors
    from govgraph.checks.runner import Findings
    from govgraph.graph.accountability import AccountabilityGraph

INCLUDABLE = (Status.PROPOSED, Status.SHADOW)


def load(path: str | Path) -> Structure:
    """The structure in a file or folder.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
    """
    from govgraph.formats.catalogue import read_structure

    return read_structure(path)


def graph(
    structure: Structure,
    *,
    as_at: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> "AccountabilityGraph":
    """Who answers to whom in a structure, as at a date.

    Args:
        structure: what is asked about.
        as_at: the date; the structure's own unless given.
        include: `proposed`, `shadow` or both, to let such arrangements count.
        presume: whether `part_of` counts as a presumed line.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    from govgraph.graph.accountability import AccountabilityGraph

    standpoint = structure.standpoint(read_date(as_at), _included(include), presume=presume)
    return AccountabilityGraph(structure, standpoint)


def chain(graph: "AccountabilityGraph", body: str, *, most: int | None = None) -> "Chains":
    """Every chain of account upward from a body, to the apex or to where it stops."""
    from govgraph.analysis.chain import MOST_CHAINS, find_chains

    return find_chains(graph, _id(graph, body), MOST_CHAINS if most is None else most)


def reports(graph: "AccountabilityGraph", body: str) -> "Reports":
    """Who answers to a body, directly and in any number of steps."""
    from govgraph.analysis.reports import find_reports

    return find_reports(graph, _id(graph, body))


def paths(
    graph: "AccountabilityGraph", from_body: str, to_body: str, *, most: int | None = None
) -> "Paths":
    """Every way upward from one body to another."""
    from govgraph.analysis.paths import MOST_PATHS, find_paths

    ends = (_id(graph, from_body), _id(graph, to_body))
    return find_paths(graph, *ends, MOST_PATHS if most is None else most)


def common(graph: "AccountabilityGraph", bodies: Sequence[str]) -> "CommonSuperiors":
    """The nearest body that all the bodies answer to."""
    from govgraph.analysis.superiors import find_common_superiors

    return find_common_superiors(graph, [_id(graph, body) for body in bodies])


def impact(graph: "AccountabilityGraph", body: str) -> "Impact":
    """Who would lose their last line of account without a body."""
    from govgraph.analysis.impact import find_impact

    return find_impact(graph, _id(graph, body))


def show(graph: "AccountabilityGraph", body: str) -> "Profile":
    """Everything known of a body, in both directions, with sources."""
    from govgraph.analysis.profile import build_profile

    return build_profile(graph, _id(graph, body))


def check(
    graph: "AccountabilityGraph", *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> "Findings":
    """What is wrong with a structure, the gravest first.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    from govgraph.checks.runner import check_structure

    return check_structure(graph.structure, graph.standpoint, select=select, ignore=ignore)


def read_date(written: str | PartialDate | None) -> PartialDate | None:
    """A date as it is written in a structure file, or none.

    Raises:
        SettingsError: it is no date.
    """
    if written is None or isinstance(written, PartialDate):
        return written
    try:
        return PartialDate.parse(written.strip())
    except ValueError as error:
        raise SettingsError(f"{error} (allowed: {', '.join(FORMS)})") from None


def _included(words: Iterable[str]) -> frozenset[Status]:
    """The statuses named, each word perhaps several with commas between."""
    separate = [word.strip() for written in words for word in written.split(",")]
    for word in separate:
        if word and word not in INCLUDABLE:
            allowed = ", ".join(INCLUDABLE)
            raise SettingsError(f"'{word}' cannot be included (allowed: {allowed})")
    return frozenset(Status(word) for word in separate if word)


def _id(graph: "AccountabilityGraph", name: str) -> str:
    """The id of the body that goes by a name."""
    return find_body(graph.structure, name).id
