"""Python's own XML parser, event by event, for files of strangers: what can grow is refused.

Entities are refused, but for the short ones that RDF/XML declares as the beginnings of addresses.
One that holds others can grow without end; one that stands elsewhere would have to be fetched, or
be left out without a word. Elements within elements without end would take its reader the square
of their number.
"""

from collections.abc import Callable
from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.problems import Problems, shown

_DEEPEST = 1000
"""However deep a file may be by its limits: its reader takes the square of the depth in time."""


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


class _Watch:
    """What the entities of a file are, and how deep its elements stand, as they are met.

    Attributes:
        longest: the characters of the longest entity.
    """

    def __init__(self, parser: expat.XMLParserType, depth: int) -> None:
        self.longest = 0
        self._within, self._depth = 0, depth
        parser.EntityDeclHandler = self._declare
        parser.SkippedEntityHandler = self._skip
        parser.StartElementHandler = self._enter
        parser.EndElementHandler = self._leave

    def _declare(self, name: str, _: int, value: str | None, *__: object) -> None:
        if value is None:
            raise RefusedError(f"the entity '{shown(name)}' stands elsewhere, and is not fetched")
        if "&" in value:
            raise RefusedError(f"the entity '{shown(name)}' holds others, which are not read")
        self.longest = max(self.longest, len(value))

    def _skip(self, name: str, _: int) -> None:
        raise RefusedError(f"the entity '{shown(name)}' is not declared in the file")

    def _enter(self, *_: object) -> None:
        self._within += 1
        if self._within > self._depth:
            raise RefusedError(f"elements stand more than {self._depth} deep within one another")

    def _leave(self, _: str) -> None:
        self._within -= 1


def refuse_entities(content: bytes, file: str, problems: Problems) -> None:
    """Say what is wrong with entities and depth of a file; broken XML is left to its reader."""
    parser = expat.ParserCreate()
    watch = _Watch(parser, min(problems.limits.depth, _DEEPEST))
    try:
        parser.Parse(content, True)  # noqa: FBT003 - its own signature
    except expat.ExpatError:
        return
    except (RefusedError, LookupError, ValueError) as error:  # two of an odd encoding
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        problems.add(place, str(error))
        return
    if content.count(b"&") * watch.longest > problems.limits.file_bytes:
        most = problems.limits.file_bytes
        problems.add(Place(file, 0, 0), f"its entities come to more than {most:,} bytes")
