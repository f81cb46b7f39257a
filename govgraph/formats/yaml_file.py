"""A structure written as one YAML file, or as a folder of them."""

from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account
from govgraph.formats.assemble import Document
from govgraph.formats.files import list_files
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import is_absent
from govgraph.formats.problems import Problems
from govgraph.formats.section_order import SECTION_NAMES
from govgraph.formats.text_documents import read_bytes_of, read_from_standard_input, read_paths
from govgraph.formats.yaml_events import read_nodes
from govgraph.model.structure import Structure

SUFFIXES = (".yaml", ".yml")


def read_file(path: Path, limits: Limits) -> Structure | Account:
    """The structure written in one file.

    Raises:
        LoadError: the file cannot be read, or something in it is wrong.
    """
    return read_paths(lambda _: [path], _read_text, limits)


def read_folder(path: Path, limits: Limits) -> Structure | Account:
    """The structure written in the files of a folder, in the order of their names.

    Raises:
        LoadError: there are none, or one cannot be read, or something in them is wrong.
    """
    return read_paths(lambda problems: list_files(path, SUFFIXES, problems), _read_text, limits)


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
    """The bytes of a YAML file that holds a structure, in its standard form."""
    # Imported here, for most commands only read.
    from govgraph.formats.on_bodies import structure_as_written
    from govgraph.formats.yaml_writing import data_as_yaml

    return data_as_yaml(structure_as_written(structure)).encode()


def _read_text(text: str, file: str, problems: Problems) -> Document:
    """What the text of a file holds, if that can be said."""
    earlier = len(problems.found)
    root = read_nodes(text, file, problems)
    if (root is None or is_absent(root)) and len(problems.found) == earlier:
        place = Place(file, 1, 1)
        problems.add(place, "there is nothing in this file", allowed=SECTION_NAMES)
        return Document(file, None)
    return Document(file, root)
