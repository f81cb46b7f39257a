"""What somebody decided on sentences of a paper, kept beside it by their words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.decoding import decode
from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import Limits, current_limits
from govgraph.formats.nodes import ListNode, MapNode, is_absent
from govgraph.formats.problems import Problems, Reading
from govgraph.formats.record_reading import expect_mapping, read_attributes
from govgraph.formats.yaml_events import read_nodes
from govgraph.formats.yaml_writing import data_as_yaml
from govgraph.reading.matching import forgive

_DISMISSED = "dismissed"
_HEAD = "# Sentences that need no record, and why. Kept by their words; written by govgraph read.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sentence that was looked at and needs no record.

    Attributes:
        quote: the sentence.
        why: why it needs none, in a few words.
        at: where it stood when it was looked at.
    """

    quote: str
    why: str
    at: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


MARK = Record(
    noun="dismissed sentence",
    makes=Mark,
    fields=(
        Field("quote", Form.TEXT, "the sentence, letter by letter", required=True),
        Field("why", Form.TEXT, "why it needs no record", required=True),
        Field("at", Form.TEXT, "where it stood"),
    ),
)


def find_marks_file(paper: Path) -> Path:
    """The file of marks of a paper: `terms.docx.marks.yaml` beside `terms.docx`."""
    return paper.with_name(f"{paper.name}.marks.yaml")


def read_marks(path: Path, limits: Limits | None = None) -> tuple[Mark, ...]:
    """The marks in a file; none where there is no such file.

    Raises:
        LoadError: the file cannot be read, or something in it is wrong; names every place.
    """
    if not path.exists():
        return ()
    problems = Problems(current_limits() if limits is None else limits)
    reading = Reading(str(path), problems)
    content = read_bytes(path, problems)
    text = None if content is None else decode(content, str(path), problems)
    root = None if text is None else read_nodes(text, str(path), problems)
    found = []
    if root is not None and not is_absent(root):
        mapping = expect_mapping(reading, root, "the file of marks")
        for node in _items(reading, mapping) if mapping else ():
            attributes = read_attributes(reading, MARK, node)
            if attributes:
                found.append(Mark(**attributes, place=reading.place(node)))
    problems.raise_if_any()
    return tuple(found)


def _items(reading: Reading, mapping: MapNode) -> Iterable[MapNode]:
    """Each mark of the file; anything else is a problem."""
    for name, entry in mapping.entries.items():
        if name != _DISMISSED:
            message = f"'{name}' is not a field of a file of marks"
            reading.reject(entry, message, found=name, allowed=(_DISMISSED,))
        elif isinstance(entry.value, ListNode):
            for item in entry.value.items:
                mark = expect_mapping(reading, item, "a dismissed sentence")
                if mark:
                    yield mark
        elif not is_absent(entry.value):
            reading.reject(entry.value, f"'{_DISMISSED}' must be a list of sentences")


def marks_as_yaml(marks: Iterable[Mark]) -> str:
    """The file of marks: the same marks give the same text, each sentence once."""
    once = {forgive(mark.quote): mark for mark in marks}
    listed = [
        {"quote": mark.quote, "why": mark.why} | ({"at": mark.at} if mark.at else {})
        for mark in once.values()
    ]
    return _HEAD + (data_as_yaml({_DISMISSED: listed}) if listed else "")
