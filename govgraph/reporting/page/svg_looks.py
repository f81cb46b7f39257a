"""The looks of a drawing as rules of a style sheet: what is said a thousand times, said once."""

from collections import Counter
from string import ascii_letters
from xml.etree import ElementTree as ET

LOOKS = frozenset(
    {
        "fill", "font-size", "font-style", "font-weight", "letter-spacing", "stroke",
        "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor",
    }
)  # fmt: skip
"""The attributes that a style sheet may give instead; every one of them is inherited."""

USUAL = ("path", "polygon", "rect", "text")
"""The elements whose commonest looks go without a class."""

_LENGTHS = frozenset({"font-size", "letter-spacing"})

Look = tuple[tuple[str, str], ...]


def gather_looks(root: ET.Element, where: str, prefix: str = "") -> str:
    """Move the looks of everything below an element into rules, and give the rules.

    The commonest looks of an element of each name are those of its name, as long as nothing says
    otherwise; each different other set of looks has a class of one letter, in the order of the
    drawing. References into the document (`url(#...)`) stay where they are.

    Args:
        root: the drawing.
        where: the selector of what the drawing stands in.
        prefix: what each class begins with.
    """
    looks = {element: _looks_of(element) for element in root.iter() if element is not root}
    usual = _usual_looks(root, looks)
    rules = [f":where({where}) {name}{{{_rule(look)}}}" for name, look in usual.items()]
    classes: dict[Look, str] = {}
    for element, look in looks.items():
        named = dict(look)
        undone = tuple(
            (key, "inherit") for key, _ in usual.get(element.tag, ()) if key not in named
        )
        if look != usual.get(element.tag, ()):
            whole = tuple(sorted((*look, *undone)))
            name = classes.setdefault(whole, prefix + _name(len(classes)))
            element.set("class", f"{element.get('class', '')} {name}".strip())
        for key in named:
            del element.attrib[key]
    return "".join((*rules, *(f".{name}{{{_rule(look)}}}" for look, name in classes.items())))


def _looks_of(element: ET.Element) -> Look:
    """The looks of an element that a rule can give, in the order of the alphabet."""
    return tuple(
        sorted(pair for pair in element.items() if pair[0] in LOOKS and _is_plain(pair[1]))
    )


def _is_plain(value: str) -> bool:
    """Whether a value is nothing but a value to a style sheet."""
    return not set("(;{}") & set(value)


def _usual_looks(root: ET.Element, looks: dict[ET.Element, Look]) -> dict[str, Look]:
    """The commonest looks of each name of `USUAL`, where all its looks can be told by rules."""
    usual: dict[str, Look] = {}
    for name in USUAL:
        these = [element for element in root.iter(name) if element in looks]
        plain = (_is_plain(value) for each in these for key, value in each.items() if key in LOOKS)
        if these and all(plain):
            ((usual[name], _),) = Counter(looks[each] for each in these).most_common(1)
    return {name: look for name, look in usual.items() if look}


def _rule(look: Look) -> str:
    """Looks as a style sheet has them."""
    return ";".join(f"{key}:{_value(key, value)}" for key, value in look)


def _value(key: str, value: str) -> str:
    return f"{value}px" if key in _LENGTHS and value != "inherit" else value


def _name(place: int) -> str:
    """A class of one letter, and a number once there are no letters left.

    >>> _name(0), _name(51), _name(52)
    ('a', 'Z', 'a1')
    """
    round_, letter = divmod(place, len(ascii_letters))
    return f"{ascii_letters[letter]}{round_ or ''}"
