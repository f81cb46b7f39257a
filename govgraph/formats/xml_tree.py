"""An XML file as a tree of elements with their places; entities and great depth are refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from govgraph.errors import Place
from govgraph.formats.problems import Problems
from govgraph.formats.xml_events import RefusedError, make_parser, parse


@dataclass(eq=False, slots=True)
class XmlElement:
    """One element, under its name without a namespace and in small letters.

    Attributes:
        within: the element in which it stands, if any.
        own_text: the text that stands directly in it.
    """

    name: str
    place: Place
    attributes: dict[str, str]
    within: "XmlElement | None" = None
    children: "list[XmlElement]" = field(default_factory=list)
    own_text: str = ""

    @property
    def is_leaf(self) -> bool:
        """Whether there is nothing but text in it."""
        return not self.children and not self.attributes

    def text(self) -> str:
        """All the text in it and in what stands within it."""
        return " ".join([self.own_text, *(child.text() for child in self.children)])

    def walk(self) -> "Iterator[XmlElement]":
        """It and every element within it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)

    def outer(self, *names: str) -> "XmlElement | None":
        """The nearest element around it that has one of some names."""
        element = self.within
        while element and element.name not in names:
            element = element.within
        return element


class _Builder:
    """Puts the tree together from the events of the parser."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.limits = problems.limits
        self.root: XmlElement | None = None
        self.open: list[XmlElement] = []
        self.count = 0
        self.parser = make_parser(self._start, self._end, self._text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.count += 1
        if self.count > self.limits.nodes:
            raise RefusedError(f"the file holds more than {self.limits.nodes:,} elements")
        if len(self.open) >= self.limits.depth:
            raise RefusedError(f"elements stand more than {self.limits.depth} deep")
        parser = self.parser
        place = Place(self.file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        said = {_local(key): value for key, value in attributes.items()}
        element = XmlElement(_local(name), place, said, self.open[-1] if self.open else None)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _text(self, text: str) -> None:
        """Some text of the innermost element."""
        self.open[-1].own_text += text

    def _end(self, _: str) -> None:
        """An element ends."""
        self.open.pop()


def read_xml(content: bytes, file: str, problems: Problems) -> XmlElement | None:
    """The root of an XML file, or nothing if it is none, which is then said."""
    builder = _Builder(file, problems)
    if not parse(content, builder.parser, file, problems):
        return None
    return builder.root


def _local(name: str) -> str:
    """A name without its namespace, in small letters."""
    return name.rpartition(" ")[2].casefold()
