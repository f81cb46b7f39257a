"""The standard form of YAML files: their layout and the order of their sections, comments kept.

Two spaces a step, lists set in under their key, one blank line between sections, quotes as their
author chose them, a text folded over several lines without a sign for it on one. What the file
says is not touched, and that is checked before anything is given back.
"""

import difflib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.decoding import decode
from govgraph.formats.files import is_folder, list_files, read_bytes
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.nodes import ListNode, MapNode, Node
from govgraph.formats.problems import Problems, visible
from govgraph.formats.section_order import KINDS, SECTION_NAMES
from govgraph.formats.yaml_events import read_nodes
from govgraph.formats.yaml_file import SUFFIXES
from govgraph.plugins import import_extra

_ANY_WIDTH = 1_000_000_000
_KEY = re.compile(r"([A-Za-z_]+):(?:\s|$)")
_TAG = "tag:yaml.org,2002:"
_ORDER = (SECTION_NAMES[0], KINDS, *SECTION_NAMES[1:-1])
_READ_AFTER_BODIES = ("relations", "seats")


def standard_form(content: bytes, file: str, limits: Limits = STANDARD) -> str:
    """The text of a YAML file in its standard form.

    Raises:
        LoadError: it is no YAML that is read here, or its form would change what it says.
        MissingExtraError: the extra `fmt` is not installed.
    """
    problems = Problems(limits)
    text = decode(content, file, problems)
    before = None if text is None else read_nodes(text, file, problems)
    problems.raise_if_any()
    if text is None or before is None:
        raise LoadError((Problem(Place(file, 1, 1), "there is nothing in this file"),))
    laid_out = _laid_out(text, file)
    for formed in (_in_order(laid_out), laid_out):
        after = read_nodes(formed, file, problems)
        if after is not None and _meaning(after) == _meaning(before):
            return formed
    message = "its standard form would not say the same; it is left as it is"
    raise LoadError((Problem(Place(file, 0, 0), message),))


def _laid_out(text: str, file: str) -> str:
    """The text with the layout alone put right."""
    yaml = _library()
    refusal = import_extra("ruamel.yaml.error", "", "fmt").YAMLError
    out = io.StringIO()
    try:
        yaml.dump(yaml.load(text.removeprefix("\ufeff")), out)
    except refusal as error:
        message = f"cannot be put into its standard form: {visible(str(error))}"
        raise LoadError((Problem(Place(file, 0, 0), message),)) from error
    return out.getvalue()


@cache
def _library() -> Any:  # noqa: ANN401 - the library is imported late
    """The library that keeps comments, told that every scalar is text."""
    ruamel = import_extra("ruamel.yaml", "putting YAML into its standard form", "fmt")
    resolver = import_extra("ruamel.yaml.resolver", "", "fmt").VersionedResolver
    nodes = import_extra("ruamel.yaml.nodes", "", "fmt")
    tag = import_extra("ruamel.yaml.tag", "", "fmt").Tag
    kinds = {nodes.SequenceNode: f"{_TAG}seq", nodes.MappingNode: f"{_TAG}map"}

    def resolve(_: object, kind: type, __: object, ___: object) -> object:
        return tag(suffix=kinds.get(kind, f"{_TAG}str"))

    yaml = ruamel.YAML()
    yaml.Resolver = type("TextResolver", (resolver,), {"resolve": resolve})
    yaml.preserve_quotes = True
    yaml.width = _ANY_WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _in_order(text: str) -> str:
    """The text with its sections in the order in which they are best read, a line apart.

    What stands above the first section stays there; other comments go with what follows them.
    """
    chunks = _chunks(text.splitlines(keepends=True))
    head = chunks.pop("", "")
    parts = [*([head] if head else []), *(chunks[name] for name in _ordered([*chunks]))]
    return "\n".join(f"{part.strip(chr(10))}\n" for part in parts if part.strip())


def _ordered(names: list[str]) -> list[str]:
    """Section names in order, unless that would change the order of relations or seats."""
    places = {name: place for place, name in enumerate(names)}
    late = places.get("bodies", -1)
    if any(places.get(name, late) < late for name in _READ_AFTER_BODIES):
        return names
    return sorted(names, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))


def _chunks(lines: list[str]) -> dict[str, str]:
    """The lines of each section under its name, comments right above it included."""
    chunks: dict[str, list[str]] = {"": []}
    name = ""
    above: list[str] = []
    for line in lines:
        key = _KEY.match(line)
        if key:
            name = key[1]
            if len(chunks) == 1:  # a comment on the file as a whole stays on top
                blank = max((n for n, each in enumerate(above) if not each.strip()), default=-1)
                chunks[""], above = above[: blank + 1], above[blank + 1 :]
            chunks[name] = [*above, line]
            above = []
        elif line.startswith("#") or not line.strip():
            above.append(line)
        else:
            chunks[name] += [*above, line]
            above = []
    chunks[name] += above
    return {name: "".join(chunk) for name, chunk in chunks.items()}


def _meaning(root: Node) -> object:
    """What a file says, without places; the order of its sections aside."""
    if isinstance(root, MapNode):
        return {name: _said(entry.value) for name, entry in root.entries.items()}
    return _said(root)


def _said(node: Node) -> object:
    """What a node says, its keys in their order."""
    if isinstance(node, MapNode):
        return [(name, _said(entry.value)) for name, entry in node.entries.items()]
    return [_said(item) for item in node.items] if isinstance(node, ListNode) else node.text


@dataclass(frozen=True, slots=True)
class Formed:
    """A file as it is, and in its standard form."""

    path: Path
    before: bytes
    after: str

    @property
    def differs(self) -> bool:
        """Whether it is not in its standard form."""
        return self.before != self.after.encode()

    def as_diff(self) -> str:
        """What would change, line by line."""
        name = visible(str(self.path))
        before = self.before.decode("utf-8", "replace").splitlines()
        lines = difflib.unified_diff(
            before, self.after.splitlines(), name, f"{name} (standard form)", lineterm=""
        )
        return "\n".join(lines)


def form_files(paths: Iterable[Path]) -> tuple[Formed, ...]:
    """Each file, and those of each folder, in its standard form; nothing is written.

    Raises:
        LoadError: a file cannot be read; carries every problem.
        MissingExtraError: the extra `fmt` is not installed.
    """
    problems = Problems()
    files = [file for path in paths for file in _files(path, problems)]
    contents = {file: read_bytes(file, problems) for file in files}
    problems.raise_if_any()
    return tuple(
        Formed(file, content, standard_form(content, visible(str(file))))
        for file, content in contents.items()
        if content is not None
    )


def _files(path: Path, problems: Problems) -> list[Path]:
    """The file itself, or the YAML files of a folder."""
    return list_files(path, SUFFIXES, problems) if is_folder(path) else [path]
