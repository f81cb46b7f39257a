"""Where something stands in a TOML file, of which the parser keeps no places."""

import re
from collections.abc import Iterator

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_PATH})\s*\]\]?")
_KEY = re.compile(rf"\s*({_PATH})\s*=")
Keys = tuple[str, ...]


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
