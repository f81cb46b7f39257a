"""A structure written as one JSON file, under the same names as in YAML."""

from pathlib import Path

from govgraph.formats.assemble import Document, assemble
from govgraph.formats.decoding import decode
from govgraph.formats.files import STANDARD_INPUT, read_bytes, read_standard_input
from govgraph.formats.json_nodes import read_nodes
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, visible
from govgraph.model.structure import Structure


def read_file(path: Path, limits: Limits) -> Structure:
    """The structure written in one file.

    Raises:
        LoadError: the file cannot be read, or something in it is wrong.
    """
    problems = Problems(limits)
    content = read_bytes(path, problems)
    return assemble([_document(content, visible(str(path)), problems)], problems)


def read_piped(limits: Limits) -> Structure:
    """The structure written on standard input.

    Raises:
        LoadError: it cannot be read, or something in it is wrong.
    """
    problems = Problems(limits)
    content = read_standard_input(problems)
    return assemble([_document(content, STANDARD_INPUT, problems)], problems)


def read_content(content: bytes, file: str, limits: Limits) -> Structure:
    """The structure in the bytes of a file that goes by the name `file`.

    Raises:
        LoadError: something in it is wrong.
    """
    problems = Problems(limits)
    return assemble([_document(content, file, problems)], problems)


def write_content(structure: Structure) -> bytes:
    """The bytes of a JSON file that holds a structure."""
    # Imported here, for most commands only read.
    import json

    from govgraph.formats.plain_data import structure_as_data

    text = json.dumps(structure_as_data(structure), ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _document(content: bytes | None, file: str, problems: Problems) -> Document:
    """What the bytes of a file hold, if that can be said."""
    text = None if content is None else decode(content, file, problems)
    return Document(file, None if text is None else read_nodes(text, file, problems))
