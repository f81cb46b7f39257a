"""What a drawing says of its groups to a script and under the pointer, lifted out of it."""

from xml.etree import ElementTree as ET

MARKED = frozenset({"gg-body", "gg-finding", "gg-line", "gg-rim", "gg-scope"})
"""The classes of the groups that stand for something of the structure."""

Mark = tuple[str, dict[str, str]]
"""The title of a group, and which body, line or finding it stands for."""


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
