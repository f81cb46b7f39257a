"""Python's own XML parser, event by event, for files of strangers: entities are refused.

Nothing that stands in such a file can make it grow.
"""

from collections.abc import Callable
from xml.parsers import expat


class RefusedError(Exception):
    """A file is refused; the message says why."""


def make_parser(
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> expat.XMLParserType:
    """A parser that tells of elements and their text, names after their namespace and a space.

    Args:
        start: Called where an element begins, with its name and its attributes.
        end: Called where one ends, with its name.
        text: Called with text, whole runs of it at once.

    Raises:
        RefusedError: While parsing, where the file declares an entity.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse_entity
    return parser


def _refuse_entity(*_: object) -> None:
    raise RefusedError("the file declares entities, which are not read")
