"""The places of quotes, written into the file of a structure where none was written."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from govgraph.errors import OutputError
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import current_limits
from govgraph.formats.problems import Problems
from govgraph.formats.yaml_editing import written_into
from govgraph.formats.yaml_file import SUFFIXES, read_content
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure
from govgraph.reading.copies import Copies
from govgraph.reporting.whole_files import write_whole


def add_places(structure: Structure, copies: Copies) -> Structure:
    """The structure with the place of each quote that is found and has none."""

    def placed(citation: Citation) -> Citation:
        words = copies.words.get(citation.source)
        if citation.at or not citation.quote or words is None:
            return citation
        found = words.find(citation.quote)
        return replace(citation, at=words.paper.blocks[found[0][0].block].at) if found else citation

    return map_citations(structure, placed)


def write_places(path: Path, copies: Copies) -> Iterator[Path]:
    """Write places into each YAML file of a structure that lacks some, and give those changed.

    Raises:
        OutputError: the structure is written in another format, or a file cannot be changed line
            by line.
    """
    files = sorted(each for each in path.iterdir()) if path.is_dir() else [path]
    own = [file for file in files if file.suffix.lower() in SUFFIXES]
    if not own:
        raise OutputError(f"places are written into YAML files alone, and {path} is none")
    for file in own:
        problems = Problems(current_limits())
        before = read_bytes(file, problems)
        problems.raise_if_any()
        old = read_content(before or b"", str(file), problems.limits)
        new = add_places(old, copies)
        if new == old:
            continue
        edited = written_into(before or b"", new, str(file))
        if edited is None:
            raise OutputError(f"{file} cannot be changed line by line; write the places by hand")
        write_whole(file, edited.text.encode())
        yield file


def map_citations(structure: Structure, change: Callable[[Citation], Citation]) -> Structure:
    """A structure with each citation put through `change`."""

    def changed(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(thing, cites=tuple(map(change, thing.cites))) for thing in things)

    return replace(
        structure,
        bodies=changed(structure.bodies),
        relations=changed(structure.relations),
        seats=changed(structure.seats),
        people=changed(structure.people),
        requirements=changed(structure.requirements),
        milestones=changed(structure.milestones),
        policy=changed(structure.policy),
        waivers=changed(structure.waivers),
    )
