"""An XML file as a tree: every element with its place, none too many and none too deep."""

from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems
from govgraph.formats.xml_tree import XmlElement, read_xml

TEXT = b"""<?xml version="1.0"?>
<County xmlns="urn:x">
 <body Name="Hart">The <b>Local</b> Board</body><body/>
</County>
"""


def read(limits: Limits, content: bytes = TEXT) -> tuple[XmlElement | None, list[str]]:
    """The root, and what is wrong."""
    problems = Problems(limits)
    root = read_xml(content, "a.xml", problems)
    return root, [str(each) for each in problems.found]


def test_elements_stand_where_they_are_written() -> None:
    """In their order, by small names, each with its place and its text."""
    root, wrong = read(Limits(nodes=4, depth=3))
    assert root
    assert wrong == []
    told = [(each.name, each.place.line, each.place.column) for each in root.walk()]
    assert told == [("county", 2, 1), ("body", 3, 2), ("b", 3, 24), ("body", 3, 49)]
    first, second = root.children
    assert first.attributes == {"name": "Hart"}
    assert " ".join(first.text().split()) == "The Board Local"
    assert (first.is_leaf, second.is_leaf) == (False, True)
    inner = first.children[0]
    assert inner.outer("body") is first
    assert inner.outer("county", "other") is root
    assert inner.outer("other") is None


def test_of_too_many_elements_none_is_read() -> None:
    """Nor of elements too deep within one another; the limit is named."""
    for limits, told in (
        (Limits(nodes=3), "the file holds more than 3 elements"),
        (Limits(depth=2), "elements stand more than 2 deep"),
    ):
        root, wrong = read(limits)
        assert root is None
        assert len(wrong) == 1
        assert wrong[0].startswith("a.xml:3:")
        assert wrong[0].endswith(f": {told}")


def test_what_is_no_xml_is_said_to_be_none() -> None:
    """With its place."""
    root, wrong = read(Limits(), b"<a><b></a>")
    assert root is None
    assert len(wrong) == 1
    assert wrong[0].startswith("a.xml:1:")
