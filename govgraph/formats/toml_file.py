"""Small TOML files: the settings beside a structure, and an authority's theme."""

import re
from pathlib import Path
from typing import Any

from govgraph.errors import Place
from govgraph.formats.decoding import decode
from govgraph.formats.files import read_bytes
from govgraph.formats.problems import Problems, visible

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


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
