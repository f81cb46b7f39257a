"""A drawing on a page written briefly: each look said once, and places to a tenth of a unit."""

import re
from collections import Counter
from collections.abc import Iterator
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

LENGTHS = frozenset(
    {"cx", "cy", "dx", "dy", "height", "r", "rx", "ry", "width", "x", "x1", "x2", "y", "y1", "y2"}
)
"""The attributes that are one length each."""

_LENGTH = re.compile(r"-?\d*\.?\d+")
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_PAIRS = {"M": 1, "L": 1, "T": 1, "Q": 2, "S": 2, "C": 3}
"""How many points each of these commands takes."""

Tenths = int


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


def shorten_length(length: str) -> str:
    """One length to a tenth, without the noughts that say nothing; with a unit it stays.

    >>> shorten_length("108.04"), shorten_length("-0.25"), shorten_length("12pt")
    ('108', '-.2', '12pt')
    """
    return _written(_tenths(length)) if _LENGTH.fullmatch(length) else length


def shorten_points(points: str) -> str:
    """The corners of a polygon to a tenth.

    >>> shorten_points("6.04,1.00 5,-0.5")
    '6 1 5-.5'
    """
    return _joined(map(_tenths, _LENGTH.findall(points)))


def shorten_path(path: str) -> str:
    """The `d` of a path to a tenth, told from point to point where that is shorter.

    A path with other commands than straight lines and Bezier curves, or with some that are told
    from point to point already, stays.

    >>> shorten_path("M56.6 180.6L56.6 169.6Q56.6 164.6 61.6 164.6L7.5 164.6Z")
    'M56.6 180.6v-11q0-5 5-5H7.5z'
    """
    commands = [(letter, _LENGTH.findall(rest)) for letter, rest in _COMMAND.findall(path)]
    if not all(_is_known(letter, len(lengths)) for letter, lengths in commands):
        return path
    return "".join(_stretches(commands))


def _is_known(letter: str, lengths: int) -> bool:
    """Whether a command is one that can be shortened, with as many lengths as it takes."""
    if letter in "Zz":
        return not lengths
    return (letter in "HV" and lengths == 1) or lengths == 2 * _PAIRS.get(letter, 0) > 0


def _stretches(commands: list[tuple[str, list[str]]]) -> Iterator[str]:
    """Each command as it is best written."""
    x = y = start_x = start_y = 0
    for letter, written in commands:
        if letter in "Zz":
            x, y = start_x, start_y
            yield "z"
            continue
        lengths = [_tenths(length) for length in written]
        if letter in "HV":
            to_x, to_y = (lengths[0], y) if letter == "H" else (x, lengths[0])
        else:
            to_x, to_y = lengths[-2:]
        if letter == "M":
            start_x, start_y = to_x, to_y
            yield f"M{_joined(lengths)}"
        elif letter in "LHV":
            yield _line(x, y, to_x, to_y)
        else:
            apart = [length - (y if place % 2 else x) for place, length in enumerate(lengths)]
            yield min(f"{letter}{_joined(lengths)}", f"{letter.lower()}{_joined(apart)}", key=len)
        x, y = to_x, to_y


def _line(x: Tenths, y: Tenths, to_x: Tenths, to_y: Tenths) -> str:
    """A straight line; nothing where it would lead nowhere."""
    if (x, y) == (to_x, to_y):
        return ""
    if y == to_y:
        return min(f"h{_written(to_x - x)}", f"H{_written(to_x)}", key=len)
    if x == to_x:
        return min(f"v{_written(to_y - y)}", f"V{_written(to_y)}", key=len)
    return min(f"l{_joined((to_x - x, to_y - y))}", f"L{_joined((to_x, to_y))}", key=len)


def _tenths(length: str) -> Tenths:
    return round(float(length) * 10)


def _written(length: Tenths) -> str:
    """A length as briefly as SVG allows."""
    whole, tenth = divmod(abs(length), 10)
    sign = "-" if length < 0 else ""
    return f"{sign}{whole or ''}.{tenth}" if tenth else f"{sign}{whole}"


def _joined(lengths: "Iterator[Tenths] | list[Tenths] | tuple[Tenths, ...]") -> str:
    """Lengths with a space where no sign parts them."""
    return " ".join(map(_written, lengths)).replace(" -", "-")
