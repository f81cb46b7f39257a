"""The looks of a drawing as rules of a style sheet: what is said a thousand times, said once."""

from xml.etree import ElementTree as ET

LOOKS = frozenset(
    {
        "fill", "font-size", "font-style", "font-weight", "letter-spacing", "stroke",
        "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor",
    }
)  # fmt: skip
"""The attributes that a style sheet may give instead."""

_LENGTHS = frozenset({"font-size", "letter-spacing"})


def gather_looks(root: ET.Element) -> str:
    """Move the looks of everything below an element into rules, and give the rules.

    Each different set of looks has a class, `g1`, `g2` and so on in the order of the drawing.
    References into the document (`url(#...)`) stay where they are.
    """
    classes: dict[str, str] = {}
    for element in root.iter():
        if element is not root:
            _move(element, classes)
    return "".join(f".{name}{{{rule}}}" for rule, name in classes.items())


def _move(element: ET.Element, classes: dict[str, str]) -> None:
    """Give an element a class for its looks, if it has any."""
    looks = {
        name: value
        for name, value in element.items()
        if name in LOOKS and not set("(;{}") & set(value)
    }
    if not looks:
        return
    rule = ";".join(
        f"{name}:{value}{'px' if name in _LENGTHS else ''}" for name, value in sorted(looks.items())
    )
    name = classes.setdefault(rule, f"g{len(classes) + 1}")
    for look in looks:
        del element.attrib[look]
    element.set("class", f"{element.get('class', '')} {name}".strip())
