"""Loading a structure, and the standpoint it is asked from."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import SettingsError
from govgraph.model.bodies import Status
from govgraph.model.dates import FORMS, PartialDate
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.model.requirements import PolicyRule

INCLUDABLE = (Status.PROPOSED, Status.SHADOW)


def load(path: str | Path) -> Structure:
    """The structure in a file or folder.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: it is a register that cannot be read body by body.
    """
    from govgraph.formats.catalogue import read_structure
    from govgraph.graph.registers.tables import refuse_beyond_structures

    refuse_beyond_structures(Path(path))
    return read_structure(path)


def against(
    structure: Structure, paths: Iterable[str | Path], *, policy: "Iterable[PolicyRule]" = ()
) -> Structure:
    """The structure with the requirements of other files in place of its own, and their rules.

    Args:
        structure: what is measured.
        paths: files or folders with requirements or policy.
        policy: further rules, such as those of `govgraph.toml`.

    Raises:
        LoadError: one of them could not be read.
        SettingsError: one of them holds neither.
    """
    from dataclasses import replace

    from govgraph.formats.named_references import with_ids_for_names

    others = {str(path): load(path) for path in paths}
    for path, other in others.items():
        if not other.requirements and not other.policy:
            raise SettingsError(f"{path} holds no requirement and no policy to measure against")
    if not others:
        return with_ids_for_names(replace(structure, policy=(*structure.policy, *policy)))
    # A source that both cite under one id is taken to be the same source.
    known = {source.id: source for other in others.values() for source in other.sources}
    known |= structure.source_by_id
    requirements = tuple(each for other in others.values() for each in other.requirements)
    rules = tuple(each for other in others.values() for each in other.policy)
    measured = replace(
        structure,
        requirements=requirements or structure.requirements,
        policy=(*structure.policy, *rules, *policy),
        sources=tuple(known.values()),
    )
    return with_ids_for_names(measured)


def build_graph(
    structure: Structure,
    *,
    as_at: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
    undated: bool = False,
) -> "AccountabilityGraph":
    """Who answers to whom in a structure, as at a date.

    Args:
        structure: what is asked about.
        as_at: the date; the structure's own unless given.
        include: `proposed`, `shadow` or both, to let such arrangements count.
        presume: whether `part_of` counts as a presumed line.
        undated: whether what has no start counts before the first paper that speaks of it.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    from govgraph.graph.accountability import AccountabilityGraph

    standpoint = structure.standpoint(
        read_date(as_at), read_included(include), presume=presume, undated=undated
    )
    return AccountabilityGraph(structure, standpoint)


def read_standpoint(
    as_at: str | PartialDate | None, include: Iterable[str], *, presume: bool
) -> Standpoint:
    """From where a register is asked, which has no date of its own.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    date, included = read_date(as_at), read_included(include)
    return Standpoint(as_at=date, include=included, presume=presume, ahead=date is None)


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
        from govgraph.formats.written_dates import meant_date

        meant = meant_date(written.strip())
        suggestion = f"; did you mean '{meant}'?" if meant else ""
        raise SettingsError(f"{error}{suggestion} (allowed: {', '.join(FORMS)})") from None


def read_included(words: Iterable[str]) -> frozenset[Status]:
    """The statuses named, each word perhaps several with commas between."""
    separate = [word.strip() for written in words for word in written.split(",")]
    for word in separate:
        if word and word not in INCLUDABLE:
            allowed = ", ".join(INCLUDABLE)
            raise SettingsError(f"'{word}' cannot be included (allowed: {allowed})")
    return frozenset(Status(word) for word in separate if word)
