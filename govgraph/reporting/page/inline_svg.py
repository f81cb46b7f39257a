"""An SVG document as a part of a page: its ids its own, nothing in it that acts or fetches."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from govgraph.errors import DrawingError
from govgraph.reporting.page.svg_compaction import (
    LENGTHS,
    gather_looks,
    shorten_length,
    shorten_path,
    shorten_points,
)

MARKED = frozenset({"gg-body", "gg-finding", "gg-line", "gg-rim", "gg-scope"})
"""The classes of the groups that stand for something of the structure."""

Mark = tuple[str, dict[str, str]]
"""The title of a group, and which body, line or finding it stands for."""
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PREFIX = "svg-"
"""What every id of the document is given; no other id of the page begins with it."""

_MEASURED = frozenset(
    f"data-{name}" for name in ("bus", "form", "holds", "joins", "pointer", "role", "sheet")
)
"""What only a program reads that measures a sheet: no page needs it."""
_REFUSED = frozenset({"foreignObject", "script", "style"})
_NAMES = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"})
_INSIDE = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)")
_WHERE = ".sheet svg"  # the selector of the drawing in the page
_LENGTH = re.compile(r"\s*([\d.]+)\s*(px|pt|mm|cm|in)?\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


@dataclass(frozen=True, slots=True)
class InlineSvg:
    """An SVG element as HTML holds it.

    Attributes:
        markup: the element, without XML declaration and namespaces.
        width: how wide it means to be, in CSS pixels; 0 where it does not say.
        height: how high, likewise.
        style: the rules that give the drawing its looks, for the page's style sheet.
        marks: what was lifted from its groups, in their order; nothing unless that was asked.
        fits: how long each of its texts is made, in their order; nothing likewise.
    """

    markup: str
    width: int
    height: int
    style: str = ""
    marks: tuple[Mark, ...] = ()
    fits: tuple[str, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether it is wider than high, and so wants a landscape page."""
        return self.width > self.height


def inline_svg(
    document: str,
    description: str = "",
    *,
    lift: bool = False,
    where: str = _WHERE,
    classes: str = "",
) -> InlineSvg:
    """An SVG document made fit to stand in a page.

    Every id is given `PREFIX`, and whatever refers to it follows. Scripts, style sheets and
    addresses outside the page are left out: its security policy would refuse them. Lengths are
    told to a tenth of a unit, which no screen shows.

    Args:
        document: the SVG document.
        description: what its description is to say, where the page itself says what it said.
        lift: whether to take away what only a script and a pointer read of its groups, and to
            what length texts are made to fit, which only a letter of another width asks for.
        where: the selector of the drawing where it will stand.
        classes: what its classes begin with, where another drawing stands in the page.

    Raises:
        DrawingError: it is not an SVG document.
    """
    try:
        root = ET.fromstring(document)  # noqa: S314 - our own drawing, not a stranger's
    except ET.ParseError as error:
        raise DrawingError(f"the diagram is not well-formed SVG: {error}") from None
    if root.tag != f"{SVG}svg":
        raise DrawingError("the diagram is not an SVG document")
    width, height = _size(root)
    ids = frozenset(each.get("id", "") for each in root.iter())
    _settle(root, ids)
    root.tail = None
    told = root.find("desc")
    if told is not None and description:
        told.text = description
    marks = lift_marks(root) if lift else ()
    fits = _lift_fits(root) if lift else ()
    _join_casings(root)
    style = gather_looks(root, where, classes)
    # What ends in " />" is an element: in a text the sign is written out.
    markup = ET.tostring(root, encoding="unicode").replace(" />", "/>")
    return InlineSvg(markup, width, height, style, marks, fits)


def _size(root: ET.Element) -> tuple[int, int]:
    """Width and height in CSS pixels: as they are given, or else as the view box says."""
    box = (root.get("viewBox", "").replace(",", " ").split() + ["0"] * 4)[2:4]
    sides = zip((root.get("width", ""), root.get("height", "")), box, strict=True)
    width, height = (_pixels(given) or _pixels(seen) for given, seen in sides)
    return round(width), round(height)


def _pixels(length: str) -> float:
    """A length in CSS pixels; 0 where there is none to be read."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _PIXELS[match[2] or ""] if match else 0.0


def _settle(element: ET.Element, ids: frozenset[str]) -> None:
    """Turn an element and all below it into what may stand in the page."""
    element.tag = element.tag.removeprefix(SVG)
    settled = (_attribute(element.tag, name, value, ids) for name, value in element.items())
    kept = [pair for pair in settled if pair]
    element.attrib.clear()
    element.attrib.update(kept)
    for below in list(element):
        if not isinstance(below.tag, str) or not _is_welcome(below.tag):
            element.remove(below)
        else:
            _settle(below, ids)


def _is_welcome(tag: str) -> bool:
    return tag.startswith(SVG) and tag.removeprefix(SVG) not in _REFUSED


def _attribute(tag: str, name: str, value: str, ids: frozenset[str]) -> tuple[str, str] | None:
    """An attribute as it may stand in the page, or None."""
    if name.startswith(("{", "on")) or name == "style" or name in _MEASURED:
        known = {f"{XLINK}href": "href", f"{XML}lang": "lang"}
        return _attribute(tag, known[name], value, ids) if name in known else None
    if name == "id":
        return name, PREFIX + value
    if name in _NAMES:
        return name, " ".join(PREFIX + each for each in value.split())
    if name == "href":
        return _address(tag, value, ids)
    if "url(" in value and not name.startswith("aria-"):
        return (name, _INSIDE.sub(rf"url(#{PREFIX}\1)", value)) if _INSIDE.search(value) else None
    return name, _shortened(tag, name, value)


def _shortened(tag: str, name: str, value: str) -> str:
    """A length, or the lengths of a path or of corners, as briefly as may be."""
    if name == "d":
        return shorten_path(value)
    if name == "points":
        return shorten_points(value)
    return shorten_length(value) if name in LENGTHS and tag != "svg" else value


def _join_casings(root: ET.Element) -> None:
    """Make one path of the white bands below a bus, which look alike and are never parted."""
    for group in root.iter("g"):
        paths = group.findall("path") if group.get("class") == "gg-casing" else []
        for path in paths[1:]:
            if {**path.attrib, "d": ""} == {**paths[0].attrib, "d": ""}:
                paths[0].set("d", f"{paths[0].get('d', '')}{path.get('d', '')}")
                group.remove(path)


def _address(tag: str, value: str, ids: frozenset[str]) -> tuple[str, str] | None:
    """A reference: within the document, elsewhere on the page, or an image that is held whole."""
    if value.startswith("#"):
        return "href", f"#{PREFIX}{value[1:]}" if value[1:] in ids else value
    whole = tag == "image" and value.startswith("data:image/")
    outward = tag == "a" and value.startswith(("http://", "https://"))
    return ("href", value) if whole or outward else None


def lift_marks(root: ET.Element) -> tuple[Mark, ...]:
    """Take from every group that stands for something what it says so with, in document order.

    The script puts it back where it was: it packs a great deal better apart from the drawing.
    """
    return tuple(
        _lift(group) for group in root.iter("g") if MARKED & set(group.get("class", "").split())
    )


def _lift(group: ET.Element) -> Mark:
    """Take title and data from one group."""
    title = group.find("title")
    if title is not None:
        group.remove(title)
    data = {key: value for key, value in group.items() if key.startswith("data-")}
    for key in data:
        del group.attrib[key]
    said = (title.text or "") if title is not None else ""
    return said, {key.removeprefix("data-"): value for key, value in data.items()}


def _lift_fits(root: ET.Element) -> tuple[str, ...]:
    """Take from every text to what length it is made to fit; of one that is not, nothing."""
    texts = list(root.iter("text"))
    for text in texts:
        text.attrib.pop("lengthAdjust", None)
    return tuple(text.attrib.pop("textLength", "") for text in texts)
