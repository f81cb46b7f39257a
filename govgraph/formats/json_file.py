"""A structure written as one JSON file, under the same names as in YAML."""

from pathlib import Path

from govgraph.formats.account import Account
from govgraph.formats.assemble import Document
from govgraph.formats.json_nodes import read_nodes
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems
from govgraph.formats.text_documents import read_bytes_of, read_from_standard_input, read_paths
from govgraph.model.structure import Structure


def read_file(path: Path, limits: Limits) -> Structure | Account:
    """The structure written in one file.

    Raises:
        LoadError: the file cannot be read, or something in it is wrong.
    """
    return read_paths(lambda _: [path], _read_text, limits)


def read_piped(limits: Limits) -> Structure | Account:
    """The structure written on standard input.

    Raises:
        LoadError: it cannot be read, or something in it is wrong.
    """
    return read_from_standard_input(_read_text, limits)


def read_content(content: bytes, file: str, limits: Limits) -> Structure:
    """The structure in the bytes of a file that goes by the name `file`.

    Raises:
        LoadError: something in it is wrong.
    """
    return read_bytes_of(content, file, _read_text, limits)


def write_content(structure: Structure) -> bytes:
    """The bytes of a JSON file that holds a structure."""
    # Imported here, for most commands only read.
    import json

    from govgraph.formats.plain_data import structure_as_data

    text = json.dumps(structure_as_data(structure), ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _read_text(text: str, file: str, problems: Problems) -> Document:
    """What the text of a file holds, if that can be said."""
    return Document(file, read_nodes(text, file, problems))
