"""What stands in a single field: texts, flags, numbers, words to choose from, ids.

Each function reads one form of value. It gives None where the value is not of that form, and
has then said so; nothing that was left empty ever comes here.
"""

import re
import unicodedata
from collections.abc import Iterator

from govgraph.formats.fields import Field
from govgraph.formats.nodes import ListNode, Node, TextNode, describe, is_absent
from govgraph.formats.problems import Reading, shown, visible
from govgraph.formats.standard_words import StandardWords

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_NAMES = frozenset({"name", "title", "also_known_as"})
_FLAGS = {"true": True, "false": False}
MEANT_FLAGS = {"yes": "true", "y": "true", "on": "true", "1": "true", "x": "true"} | {
    "no": "false", "n": "false", "off": "false", "0": "false",
}  # fmt: skip
"""Other words for a flag: those of tables, and what a text may have meant."""


def read_text(reading: Reading, node: Node, field: Field) -> str | None:
    """The text, without the spaces around it."""
    if type(node) is not TextNode or not node.text:
        reading.reject(node, f"'{field.name}' must be text, not {describe(node)}")
        return None
    text = node.text.strip()
    if not text:
        reading.reject(node, f"'{field.name}' holds nothing but spaces")
        return None
    if text.isprintable():
        return text
    if field.name in _NAMES:  # a name stands on one line wherever it is shown
        text = _BREAK.sub(" ", text)
    control = CONTROL.search(text)
    if control:
        code = f"U+{ord(control[0]):04X}"
        reading.reject(node, f"'{field.name}' holds the control character {code}", found=text)
        return None
    return text


def read_texts(reading: Reading, node: Node, field: Field) -> tuple[str, ...] | None:
    """One text, or each of a list."""
    if type(node) is TextNode:
        text = read_text(reading, node, field)
        return None if text is None else (text,)
    texts = [read_text(reading, item, field) for item in items(reading, node, field)]
    return tuple(text for text in texts if text is not None)


def items(reading: Reading, node: Node, field: Field) -> Iterator[Node]:
    """Each item of a list, or the node itself where there is no list; none that is empty."""
    if type(node) is not ListNode:
        yield node
        return
    for item in node.items:
        if is_absent(item):
            reading.reject(item, f"an item of '{field.name}' is empty")
        else:
            yield item


def read_flag(reading: Reading, node: Node, field: Field) -> bool | None:
    """`true` or `false`, in any case."""
    written = _written(node)
    flag = _FLAGS.get(written.casefold())
    if flag is None:
        message = f"'{field.name}' must be true or false, not {_shown(node)}"
        meant = MEANT_FLAGS.get(written.casefold(), "")
        reading.reject(node, message, found=written, allowed=tuple(_FLAGS), nearest=meant)
    return flag


def read_number(reading: Reading, node: Node, field: Field) -> int | None:
    """A whole number from 1."""
    return _read_whole(reading, node, field, least=1)


def read_steps(reading: Reading, node: Node, field: Field) -> int | None:
    """A number of steps, which may be none."""
    return _read_whole(reading, node, field, least=0)


def _read_whole(reading: Reading, node: Node, field: Field, least: int) -> int | None:
    """A whole number that is not too small."""
    written = _written(node)
    if written.isascii() and written.isdigit():
        if len(written) > reading.limits.digits:
            reading.reject(node, f"'{field.name}' is too large a number", found=written)
            return None
        if int(written) >= least:
            return int(written)
    message = f"'{field.name}' must be a whole number from {least}, not {_shown(node)}"
    reading.reject(node, message, found=written)
    return None


def _written(node: Node) -> str:
    """The text of a node, without the spaces around it; nothing for a list or mapping."""
    return node.text.strip() if type(node) is TextNode and node.text else ""


def _shown(node: Node) -> str:
    """What stands in a field where something else should."""
    return f"'{shown(_written(node))}'" if _written(node) else describe(node)


def read_choice(reading: Reading, node: Node, field: Field) -> object | None:
    """What the word stands for, one of those that the field lists, in any case."""
    written = read_text(reading, node, field)
    if written is None:
        return None
    meaning = field.choices.get(written)
    if meaning is None:
        meaning = field.choices.get(StandardWords(field.choices.keys()).meant_by(written))
    if meaning is None:
        message = f"'{field.name}' cannot be '{shown(written)}'"
        reading.reject(node, message, found=written, allowed=tuple(field.choices))
    return meaning


def read_choices(reading: Reading, node: Node, field: Field) -> tuple[object, ...] | None:
    """What each of one or several words stands for."""
    meanings = [read_choice(reading, item, field) for item in items(reading, node, field)]
    return tuple(meaning for meaning in meanings if meaning is not None)


def read_reference(reading: Reading, node: Node, field: Field) -> str | None:
    """An id of something, which may or may not be there: that is for the checks to say."""
    text = read_text(reading, node, field)
    return None if text is None else composed(text)


def read_references(reading: Reading, node: Node, field: Field) -> tuple[str, ...] | None:
    """One id, or each of a list."""
    texts = read_texts(reading, node, field)
    return None if texts is None else tuple(map(composed, texts))


def composed(text: str) -> str:
    """`text` with each accented letter as one character, so that ids compare as they look."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_sound_id(text: str) -> bool:
    """Whether `text` can be an id: something visible, without spaces or line breaks."""
    return bool(text) and " " not in text and text.isprintable()


def plain(words: str) -> str:
    """Words without differences that nobody means: case and spaces."""
    return " ".join(words.split()).casefold()


def in_one_line(text: str) -> str:
    """A text of somebody else's on one line, with what no file can hold made visible.

    Joiners and marks of direction stay: names in Persian or Hebrew need them.
    """
    return CONTROL.sub(lambda found: visible(found[0]), " ".join(text.split()))
