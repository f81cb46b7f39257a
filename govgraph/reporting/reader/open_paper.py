"""A paper, the structure that cites it, and what has become of each of its sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from govgraph.checks.references import Target, find_references
from govgraph.errors import SettingsError
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.identifiers import slug
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from govgraph.reading.body_names import BodyName, find_body_names, name_key
from govgraph.reading.coverage import Cited, Coverage, State, find_coverage
from govgraph.reading.draft_records import Draft, draft_paper
from govgraph.reading.marking import Marked, mark_sentences
from govgraph.reading.matching import Words
from govgraph.reading.paper_marks import Mark, find_marks_file, read_marks
from govgraph.reading.paper_text import Kind, Paper
from govgraph.reading.read import read_paper


@dataclass(frozen=True)
class OpenPaper:
    """A paper that is being read.

    Attributes:
        path: its file.
        words: the paper, for quotes to be looked up in.
        source: the id of the source that it is in the structure, or that it would become.
        structure: what is recorded so far; an empty one without a structure.
        names: the bodies that the paper names and the structure does not know.
        marked: its sentences to be looked at.
        marks: those that somebody dismissed.
        coverage: what has become of each.
        draft: what the paper seems to say and the record does not; it counts for nothing.
    """

    path: Path
    words: Words
    source: str
    structure: Structure
    names: tuple[BodyName, ...]
    marked: tuple[Marked, ...]
    marks: tuple[Mark, ...]
    coverage: Coverage
    draft: Draft

    @cached_property
    def name_by_key(self) -> Mapping[str, str]:
        """The name of every body, recorded or not, by its id or key."""
        known = known_names(self.structure, self.names)
        return {key: names[0] for key, names in known.items()}

    @property
    def paper(self) -> Paper:
        """The paper itself."""
        return self.words.paper

    @property
    def is_source(self) -> bool:
        """Whether the structure has it among its sources."""
        return self.source in self.structure.source_by_id


def open_paper(path: Path, structure: Path | None = None, source: str = "") -> OpenPaper:
    """Read a paper and hold it against a structure.

    Args:
        path: the paper.
        structure: the structure; none for a paper that nobody has recorded yet.
        source: the id of its source there, where no `file` names it.

    Raises:
        LoadError: the paper, the structure or the marks cannot be read.
        MissingExtraError: the paper needs the extra `reading`.
        SettingsError: the structure has no source of that id.
    """
    known = read_structure(structure) if structure else Structure()
    if source and source not in known.source_by_id:
        raise SettingsError(f"the structure has no source '{source}'")
    words = Words(read_paper(path))
    return hold_against(path, words, known, source or find_source(known, path))


def hold_against(path: Path, words: Words, structure: Structure, source: str) -> OpenPaper:
    """The same for a paper and a structure that have been read."""
    recorded = {body.id: (body.name, *body.also_known_as) for body in structure.bodies}
    taken = {name_key(name) for names in recorded.values() for name in names}
    named = tuple(
        body
        for body in find_body_names(words.paper)
        if not any(name_key(name) in taken for name in body.names)
    )
    names = known_names(structure, named)
    marked = mark_sentences(words.paper, names)
    marks = read_marks(find_marks_file(path))
    coverage = find_coverage(words, marked, tuple(find_cited(structure, source)), marks)
    draft = draft_paper(words.paper, {key_of(body): body for body in named}, names, marked)
    draft = _without_recorded(draft, structure, words, coverage)
    return OpenPaper(path, words, source, structure, named, marked, marks, coverage, draft)


def _without_recorded(
    draft: Draft, structure: Structure, words: Words, coverage: Coverage
) -> Draft:
    """A draft without the lines and seats that the structure has, or that rows were cited for."""
    recorded = {relation.key for relation in structure.relations}
    done = {
        entry.marked.sentence.block for entry in coverage.entries if entry.state is not State.OPEN
    }
    rows = {block for block in done if words.paper.blocks[block].kind is Kind.ROW}
    return Draft(
        draft.bodies,
        tuple(x for x in draft.lines if (x.subordinate, x.kind, x.superior) not in recorded),
        tuple(each for each in draft.seats if each.seat.block not in rows),
    )


def known_names(structure: Structure, named: tuple[BodyName, ...]) -> Mapping[str, tuple[str, ...]]:
    """The names of every body, recorded or not, by its id or key."""
    recorded = {body.id: (body.name, *body.also_known_as) for body in structure.bodies}
    return recorded | {key_of(body): body.names for body in named}


def key_of(body: BodyName) -> str:
    """The key of a body that the paper names and the structure does not know."""
    return f"name:{name_key(body.name)}"


def find_cited(structure: Structure, source: str) -> Iterator[Cited]:
    """Every record that cites a source, in the order of the file."""
    for reference in find_references(structure):
        if reference.target is Target.SOURCE and reference.name == source:
            place = str(reference.place or "")
            subject = reference.subject
            below, _, above = subject.relation or ("", "", "")
            bodies = tuple(dict.fromkeys(filter(None, (subject.body, below, above))))
            yield Cited(reference.where, reference.locator, reference.quote, place, bodies)


def find_source(structure: Structure, path: Path) -> str:
    """The source whose copy is a file; if there is none, the id that it would have."""
    resolved = path.resolve()
    for source in structure.sources:
        if source.file and _copy_of(source) == resolved:
            return source.id
    stem = slug(path.stem) or "paper"
    return next((each.id for each in structure.sources if each.id == stem), stem)


def _copy_of(source: Source) -> Path | None:
    """Where the copy of a source stands, if the source was read from a file."""
    return (Path(source.place.file).parent / source.file).resolve() if source.place else None
