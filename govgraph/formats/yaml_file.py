"""A structure written as one YAML file, or as a folder of them."""

from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.decoding import decode
from govgraph.formats.files import STANDARD_INPUT, list_files, read_bytes, read_standard_input
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import is_absent
from govgraph.formats.problems import Problems, visible
from govgraph.formats.sections import SECTION_NAMES
from govgraph.formats.yaml_events import read_nodes
from govgraph.model.structure import Structure

SUFFIXES = (".yaml", ".yml")


def read_file(path: Path, limits: Limits) -> Structure:
    """The structure written in one file.

    Raises:
        LoadError: the file cannot be read, or something in it is wrong.
    """
    problems = Problems(limits)
    return assemble([_read_document(path, problems)], problems)


def read_folder(path: Path, limits: Limits) -> Structure:
    """The structure written in the files of a folder, in the order of their names.

    Raises:
        LoadError: there are none, or one cannot be read, or something in them is wrong.
    """
    problems = Problems(limits)
    files = list_files(path, SUFFIXES, problems)
    return assemble([_read_document(file, problems) for file in files], problems)


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


def _read_document(path: Path, problems: Problems) -> Document:
    """What one file holds."""
    return _document(read_bytes(path, problems), visible(str(path)), problems)


def _document(content: bytes | None, file: str, problems: Problems) -> Document:
    """What the bytes of a file hold, if that can be said."""
    text = None if content is None else decode(content, file, problems)
    if text is None:
        return Document(file, None)
    earlier = len(problems.found)
    root = read_nodes(text, file, problems)
    if (root is None or is_absent(root)) and len(problems.found) == earlier:
        place = Place(file, 1, 1)
        problems.add(place, "there is nothing in this file", allowed=SECTION_NAMES)
        return Document(file, None)
    return Document(file, root)


def write_content(structure: Structure) -> bytes:
    """The bytes of a YAML file that holds a structure, in its standard form."""
    # Imported here, for most commands only read.
    from govgraph.formats.on_bodies import structure_as_written
    from govgraph.formats.yaml_writing import data_as_yaml

    return data_as_yaml(structure_as_written(structure)).encode()
