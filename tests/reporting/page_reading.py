"""Reads a page back as its elements, and makes small pages to read."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from govgraph.checks.finding import Finding
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.page.html import build_page

DIAGRAM = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt" '
    'viewBox="0 0 300 200" role="img" aria-labelledby="findings"><title id="findings">A small '
    'diagram</title><rect width="300" height="200" fill="#ffffff"/></svg>'
)
VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass
class Element:
    """One element: its name, attributes, all text within it, and the elements it stands in."""

    tag: str
    attributes: dict[str, str]
    above: tuple["Element", ...] = field(repr=False)
    text: str = ""
    inside: list["Element"] = field(default_factory=list, repr=False)

    def find(self, tag: str) -> list["Element"]:
        """The elements of that name within it, in order."""
        return [each for each in self.inside if each.tag == tag]


class Reader(HTMLParser):
    """A page as a list of elements; an element that is not closed fails the test."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open, [each.tag for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {key: value or "" for key, value in attrs}, tuple(self._open))
        self.elements.append(element)
        for outer in self._open:
            outer.inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element and close it."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which must be the innermost."""
        assert self._open, tag
        assert self._open[-1].tag == tag, (self._open[-1].tag, tag)
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add text to every element it stands in."""
        for element in self._open:
            element.text += data

    def find(self, tag: str) -> list[Element]:
        """The elements of that name, in order."""
        return [element for element in self.elements if element.tag == tag]

    def by_id(self, id_: str) -> Element:
        """The one element with that id."""
        (found,) = (each for each in self.elements if each.attributes.get("id") == id_)
        return found


def page_of(
    structure: Structure,
    *findings: Finding,
    standpoint: Standpoint | None = None,
    diagram: str = DIAGRAM,
) -> str:
    """The page of a structure with these findings."""
    standpoint = standpoint or structure.standpoint()
    graph = AccountabilityGraph(structure, standpoint)
    ordered = tuple(sorted(findings, key=lambda finding: finding.order))
    return build_page(graph, Findings(structure, standpoint, ordered), diagram)


def words(text: str) -> str:
    """Text with its white space evened out."""
    return " ".join(text.split())
