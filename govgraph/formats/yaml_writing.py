"""Plain data as YAML, laid out as people write structures by hand.

Sections and bodies stand in blocks; a seat, a relation or a person stands on one line where it
fits. Text that another program would take for a number, a flag or nothing is put in quotes.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from govgraph.formats.plain_data import DateText

WIDTH = 100
_MOST_ON_A_LINE = 3
_STEP = "  "
_PLAIN = re.compile(r"[^\W_](?:[\w ¶§’‘'“”.,;/&()+%£€?!·–—-]*[\w¶§’”.;/()+%£€?!–—-])?")
_IN_FLOW = re.compile(r"[,\[\]{}]")
_OTHERWISE = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?[\d_.:,]+(?:e[-+]?\d+)?"
    r"|0x[\da-f_]+|0o[0-7_]+|[-+]?\.(?:inf|nan)|\d{4}-\d\d?-\d\d?.*)",
    re.IGNORECASE,
)
"""What other readers of YAML take for something else than text."""
_HIDDEN = re.compile(
    "[\x7f-\xa0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\ufffb]"
)


def data_as_yaml(data: dict[str, Any]) -> str:
    """The text of a YAML file that holds `data`, its sections apart."""
    if not data:
        return "{}\n"
    sections = ("\n".join(_entry(name, content, 0)) for name, content in data.items())
    return "\n\n".join(sections) + "\n"


def written_scalar(value: str) -> str:
    """A text as it stands in YAML, in quotes where it needs them.

    >>> written_scalar("Ours: a plan")
    '"Ours: a plan"'
    """
    return _text(value)


def entry_lines(key: str, value: Any, indent: int) -> list[str]:  # noqa: ANN401 - plain data
    """The lines of a field within a mapping whose fields stand so many spaces in."""
    return [" " * indent + line[len(_STEP) :] for line in _entry(key, value, 1)]


def item_lines(item: Any, indent: int) -> list[str]:  # noqa: ANN401 - plain data
    """The lines of an item within a list whose items stand so many spaces in."""
    return [" " * indent + line[len(_STEP) :] for line in _item(item, 1)]


def _entry(key: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - plain data
    """The lines of a key and what stands under it."""
    indent = _STEP * depth
    head = f"{indent}{_key(key)}:"
    line = f"{head} {_flow(value)}"
    if not isinstance(value, dict | list) or not value or _stands_alone(value):
        yield line.replace("\n", "") if isinstance(value, dict | list) else line
    elif depth and _fits(value, line):
        yield line
    elif isinstance(value, dict):
        yield head
        for inner, content in value.items():
            yield from _entry(inner, content, depth + 1)
    else:
        yield head
        for item in value:
            yield from _item(item, depth + 1)


def _item(item: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - plain data
    """The lines of one item of a list."""
    indent = _STEP * depth
    line = f"{indent}- {_flow(item)}"
    if not isinstance(item, dict) or not item or len(line) <= WIDTH:
        yield line
        return
    lines = [line for key, value in item.items() for line in _entry(key, value, depth + 1)]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _fits(value: dict[str, Any] | list[Any], line: str) -> bool:
    """Whether a list or mapping is short and simple enough to stand on one line."""
    if len(line) > WIDTH:
        return False
    if isinstance(value, list):
        return not any(isinstance(item, dict | list) for item in value)
    simple = not any(isinstance(inner, dict) or _nests(inner) for inner in value.values())
    return simple and len(value) <= _MOST_ON_A_LINE


def _nests(value: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether a value is a list that holds lists or mappings."""
    return isinstance(value, list) and any(isinstance(item, dict | list) for item in value)


def _stands_alone(value: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether a list holds one text, which may then stand without the brackets."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)


def _flow(value: Any) -> str:  # noqa: ANN401 - plain data
    """A value on one line."""
    if _stands_alone(value):
        return _text(value[0])
    if isinstance(value, dict):
        inner = (f"{_key(key)}: {_flow_item(content)}" for key, content in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow_item, value)) + "]"
    return _text(value)


def _flow_item(value: Any) -> str:  # noqa: ANN401 - plain data
    """A value within brackets, where commas and brackets need quotes."""
    alone = value[0] if _stands_alone(value) else value
    if isinstance(alone, dict | list):
        return _flow(alone)
    text = _text(alone)
    return _quoted(alone) if isinstance(alone, str) and _IN_FLOW.search(text) else text


def _text(value: str | bool | int) -> str:  # noqa: FBT001 - a value, not a switch
    """A text, flag or number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | DateText):
        return str(value)
    return value if _is_plain(value) else _quoted(value)


def _key(key: str) -> str:
    """The name of a field, or an id."""
    return key if _is_plain(key) and not _IN_FLOW.search(key) else _quoted(key)


def _is_plain(text: str) -> bool:
    """Whether text may stand without quotes."""
    return (
        bool(_PLAIN.fullmatch(text)) and not _OTHERWISE.fullmatch(text) and not _HIDDEN.search(text)
    )


def _quoted(text: str) -> str:
    """Text in double quotes, everything that cannot be seen spelt out."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
