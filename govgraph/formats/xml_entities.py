"""Entities of an XML file: short ones of its own are read, and nothing else is; nor great depth.

RDF/XML often declares the beginnings of addresses as entities. One that holds others can grow
without end; one that stands elsewhere would have to be fetched, or be left out without a word.
Elements within elements without end would take its reader the square of their number.
"""

from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.problems import Problems, shown

_DEEPEST = 1000
"""However deep a file may be by its limits: its reader takes the square of the depth in time."""


class _RefusedError(Exception):
    """The file is refused; the message says why."""


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
            raise _RefusedError(f"the entity '{shown(name)}' stands elsewhere, and is not fetched")
        if "&" in value:
            raise _RefusedError(f"the entity '{shown(name)}' holds others, which are not read")
        self.longest = max(self.longest, len(value))

    def _skip(self, name: str, _: int) -> None:
        raise _RefusedError(f"the entity '{shown(name)}' is not declared in the file")

    def _enter(self, *_: object) -> None:
        self._within += 1
        if self._within > self._depth:
            raise _RefusedError(f"elements stand more than {self._depth} deep within one another")

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
    except (_RefusedError, LookupError, ValueError) as error:  # two of an odd encoding
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        problems.add(place, str(error))
        return
    if content.count(b"&") * watch.longest > problems.limits.file_bytes:
        most = problems.limits.file_bytes
        problems.add(Place(file, 0, 0), f"its entities come to more than {most:,} bytes")
