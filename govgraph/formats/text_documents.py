"""Files that are text and hold a whole document, wherever they come from."""

from collections.abc import Callable, Iterable
from pathlib import Path

from govgraph.formats.account import Account, skipped_by
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.decoding import decode
from govgraph.formats.files import STANDARD_INPUT, read_bytes, read_standard_input
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, visible
from govgraph.model.structure import Structure

ReadText = Callable[[str, str, Problems], Document]
"""Gives what a text holds, under the name of its file; what is wrong goes to the problems."""


def read_paths(
    find: Callable[[Problems], Iterable[Path]], read_text: ReadText, limits: Limits
) -> Structure | Account:
    """The structure that is written in some files together.

    Raises:
        LoadError: one cannot be read, or something in them is wrong.
    """
    problems = Problems(limits)
    structure = assemble(
        [
            _document(read_bytes(path, problems), visible(str(path)), read_text, problems)
            for path in find(problems)
        ],
        problems,
    )
    return _with_notes(structure, problems)


def read_from_standard_input(read_text: ReadText, limits: Limits) -> Structure | Account:
    """The structure written on standard input.

    Raises:
        LoadError: it cannot be read, or something in it is wrong.
    """
    problems = Problems(limits)
    content = read_standard_input(problems)
    structure = assemble([_document(content, STANDARD_INPUT, read_text, problems)], problems)
    return _with_notes(structure, problems)


def read_bytes_of(content: bytes, file: str, read_text: ReadText, limits: Limits) -> Structure:
    """The structure in the bytes of a file that goes by the name `file`.

    Raises:
        LoadError: something in it is wrong.
    """
    problems = Problems(limits)
    return assemble([_document(content, file, read_text, problems)], problems)


def _with_notes(structure: Structure, problems: Problems) -> Structure | Account:
    """A structure, with an account of what its author should hear of, if anything."""
    if not problems.notes:
        return structure
    return Account(structure, skipped=skipped_by(problems))


def _document(
    content: bytes | None, file: str, read_text: ReadText, problems: Problems
) -> Document:
    """What the bytes of a file hold, if that can be said."""
    text = None if content is None else decode(content, file, problems)
    return Document(file, None) if text is None else read_text(text, file, problems)
