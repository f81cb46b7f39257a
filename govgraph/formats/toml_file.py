"""Small TOML files, as settings and themes are written, and where something stands in them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govgraph.errors import Place
from govgraph.formats.decoding import decode
from govgraph.formats.files import read_bytes
from govgraph.formats.problems import Problems, visible

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_PATH})\s*\]\]?")
_KEY = re.compile(rf"\s*({_PATH})\s*=")
Keys = tuple[str, ...]


def read_toml(path: Path, problems: Problems) -> dict[str, Any] | None:
    """What a TOML file holds, or nothing, which has then been said among the problems."""
    text = read_text(path, problems)
    return None if text is None else parse_toml(text, path, problems)


def read_text(path: Path, problems: Problems) -> str | None:
    """The text of a TOML file, or nothing, which has then been said among the problems."""
    content = read_bytes(path, problems)
    text = None if content is None else decode(content, visible(str(path)), problems)
    return None if text is None else text.removeprefix("\ufeff")


def parse_toml(text: str, path: Path, problems: Problems) -> dict[str, Any] | None:
    """What the text of a TOML file holds, or nothing, which has then been said."""
    # Imported here, for most questions have no settings.
    import tomllib

    file = visible(str(path))
    try:
        return tomllib.loads(text)
    except RecursionError:
        problems.add(Place(file, 0, 0), "this is not TOML: lists and tables stand too deep")
    except ValueError as error:  # tomllib's own, or a number of thousands of digits
        said = str(error)
        found = _AT.search(said)
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (0, 0)
        message = f"this is not TOML: {visible(_AT.sub('', said))}"
        problems.add(Place(file, line, column), message)
    return None


def find_place(text: str, keys: Keys, word: str = "", *, number: int = 0) -> tuple[int, int]:
    r"""The line and column of a key, or of a word in its value; zeros where it is not found.

    Args:
        text: the file.
        keys: the key with the tables it is in, from the outermost: `("check", "select")`.
        word: a word that stands after the key, within its value or table.
        number: for a key of several tables of one name, which of them, counted from 0.

    >>> find_place('[check]\nselect = ["GG1", "GG9"]', ("check", "select"), "GG9")
    (2, 19)
    """
    lines = text.splitlines()
    found = [(line, column) for line, column, path in _each_key(lines) if path == keys]
    if not found:
        # A key written within its table, `severity = {GG9 = "off"}`, stands after the table's.
        return find_place(text, keys[:-1], word or keys[-1]) if len(keys) > 1 else (0, 0)
    number = min(number, len(found) - 1)
    line, column = found[number]
    within = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    end = found[number + 1][0] if len(found) > number + 1 else len(lines) + 1
    for place in range(line, end) if word else ():
        start = column if place == line else 0
        if match := within.search(lines[place - 1], start):
            return place, match.start() + 1
    return line, column


def _each_key(lines: list[str]) -> Iterator[tuple[int, int, Keys]]:
    """Each key and heading of a table, with its line, its column and the tables it is in."""
    table: Keys = ()
    for line, text in enumerate(lines, 1):
        if header := _HEADER.match(text):
            table = _split(header[1])
            yield line, header.start(1) + 1, table
        elif key := _KEY.match(text):
            yield line, key.start(1) + 1, (*table, *_split(key[1]))


def _split(path: str) -> Keys:
    """The parts of a dotted key, without their quotes."""
    return tuple(part.strip("\"'") for part in re.findall(_PART, path))
