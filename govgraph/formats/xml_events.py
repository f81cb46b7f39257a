"""Python's own XML parser, event by event, for files of strangers: entities are refused.

Nothing that stands in such a file can make it grow.
"""

from collections.abc import Callable
from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.problems import Problems


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


def parse(content: bytes, parser: expat.XMLParserType, file: str, problems: Problems) -> bool:
    """Whether a file could be parsed; why not is said, with its place."""
    try:
        parser.Parse(content, True)  # noqa: FBT003 - its own signature
    except expat.ExpatError as error:
        message = f"this is no XML: {expat.ErrorString(error.code)}"
        problems.add(Place(file, error.lineno, error.offset + 1), message)
    except (RefusedError, ValueError, LookupError) as error:  # the last of an unknown encoding
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        problems.add(place, str(error))
    else:
        return True
    return False


def _refuse_entity(*_: object) -> None:
    raise RefusedError("the file declares entities, which are not read")
