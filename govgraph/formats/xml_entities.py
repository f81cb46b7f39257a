"""Entities of an XML file: short ones of its own are read, and nothing else is.

RDF/XML often declares the beginnings of addresses as entities. One that holds others can grow
without end; one that stands elsewhere would have to be fetched, or be left out without a word.
"""

from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.problems import Problems, shown


class _RefusedError(Exception):
    """The file is refused; the message says why."""


def refuse_entities(content: bytes, file: str, problems: Problems) -> None:
    """Say what is wrong with the entities of a file; XML that is broken is left to its reader."""
    parser = expat.ParserCreate()
    lengths = [0]

    def declare(name: str, _: int, value: str | None, *__: object) -> None:
        if value is None:
            raise _RefusedError(f"the entity '{shown(name)}' stands elsewhere, and is not fetched")
        if "&" in value:
            raise _RefusedError(f"the entity '{shown(name)}' holds others, which are not read")
        lengths.append(len(value))

    def skip(name: str, _: int) -> None:
        raise _RefusedError(f"the entity '{shown(name)}' is not declared in the file")

    parser.EntityDeclHandler = declare
    parser.SkippedEntityHandler = skip
    try:
        parser.Parse(content, True)  # noqa: FBT003 - its own signature
    except expat.ExpatError:
        return
    except _RefusedError as error:
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        problems.add(place, str(error))
        return
    if content.count(b"&") * max(lengths) > problems.limits.file_bytes:
        most = problems.limits.file_bytes
        problems.add(Place(file, 0, 0), f"its entities come to more than {most:,} bytes")
