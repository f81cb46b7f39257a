"""What every transcription owes the papers it was made from: a place for each fact, no sentence."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from govgraph.model.sources import Citation
from govgraph.model.structure import Structure

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT.parent / "shared" / "sources"
SHORTEST_COPY = 8
"""Names and titles of posts may run to seven words; eight in a row are a sentence copied."""
_ITEM = re.compile(r"^\s*- ", re.MULTILINE)
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


def folder_of(structure: str) -> Path:
    """Where the files of a transcribed structure stand."""
    return ROOT / "data" / structure


def copied_runs(structure: str, *papers: str) -> list[str]:
    """The runs of eight words that the files of `structure` share with any of `papers`, sorted.

    A list of members names what the paper lists, so an item is held against it by itself. Skips
    the test where the papers are not at hand: they are public, but not part of the project.
    """
    texts = [PAPERS / paper for paper in papers]
    if not all(text.is_file() for text in texts):
        pytest.skip("the papers are not at hand")
    printed = {run for text in texts for run in _runs(text.read_text(encoding="utf-8"))}
    return sorted(
        f"{path.name}: {run}"
        for path in folder_of(structure).glob("*.*")
        for run in set(_runs(_ITEM.sub(" item-of-a-list ", path.read_text(encoding="utf-8"))))
        if run in printed
    )


def without_place(structure: Structure) -> list[str]:
    """Whatever in `structure` cites no known source with a place in it, sorted."""
    known = structure.source_by_id
    return sorted(
        what
        for what, cites in _citations(structure)
        if not cites or not all(cite.source in known and cite.at for cite in cites)
    )


def unknown_names(structure: Structure) -> list[str]:
    """The bodies and people that something in `structure` names and that are not there, sorted."""
    bodies = {side for each in structure.relations for side in (each.from_body, each.to_body)}
    bodies |= {seat.body for seat in structure.seats}
    bodies |= {seat.ex_officio_body for seat in structure.seats if seat.ex_officio_body}
    bodies |= {body for milestone in structure.milestones for body in milestone.bodies}
    bodies |= {body for each in structure.requirements for body in each.applies_to.id}
    people = {holder for seat in structure.seats for holder in seat.held_by}
    return sorted((bodies - set(structure.body_by_id)) | (people - set(structure.person_by_id)))


def _citations(structure: Structure) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Everything that ought to cite a paper, described, with what it cites itself."""
    for body in structure.bodies:
        yield body.id, body.cites
    for relation in structure.relations:
        yield " ".join(relation.key), relation.cites
    for seat in structure.seats:
        yield f"{seat.role} of {seat.body}", seat.cites
    for person in structure.people:
        yield person.id, person.cites
    for requirement in structure.requirements:
        yield requirement.id, requirement.cites
    for milestone in structure.milestones:
        yield milestone.what, milestone.cites


def _runs(text: str) -> Iterator[str]:
    """Every run of eight words in `text`, without case, accents or punctuation."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    words = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    for start in range(len(words) - SHORTEST_COPY + 1):
        yield " ".join(words[start : start + SHORTEST_COPY])
