"""The looks of a drawing on a dark ground: each colour as light as it was dark, its hue kept."""

import re

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)

_GROUND, _SPAN = 0.2, 0.76
"""How light white becomes, and how much lighter than that black does, on the scale of OKLab."""
_BEND = 0.75
"""Greys of the middle are raised, so that muted words still stand out from the ground."""

_DARKEST = 0.04045
"""Up to here the channels of a colour grow evenly."""

Triple = tuple[float, float, float]


def darken_looks(style: str) -> str:
    """The rules of a drawing that say a colour, with the colour for a dark ground.

    >>> darken_looks(".a{fill:#ffffff;font-size:7px}.b{font-size:8px}")
    '.a{fill:#161616}'
    """
    rules = []
    for selector, looks in _RULE.findall(style):
        told = [look for look in looks.split(";") if _COLOUR.search(look)]
        if told:
            rules.append(f"{selector}{{{_COLOUR.sub(_darkened, ';'.join(told))}}}")
    return "".join(rules)


def _darkened(found: re.Match[str]) -> str:
    return darken_colour(found[0])


def darken_colour(colour: str) -> str:
    """A colour turned from light to dark or from dark to light.

    The arithmetic is that of OKLab (Ottosson, 2020), whose lightness is even to the eye.

    >>> darken_colour("#000000")
    '#f2f2f2'
    """
    lightness, *hue = _oklab(colour)
    turned = _GROUND + _SPAN * max(0.0, 1 - lightness) ** _BEND
    return _hex(_linear((turned, *hue)))


def _oklab(colour: str) -> Triple:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= _DARKEST else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def _linear(lab: Triple) -> Triple:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
    )


def _hex(linear: Triple) -> str:
    channels = (
        each * 12.92 if each <= _DARKEST / 12.92 else 1.055 * each ** (1 / 2.4) - 0.055
        for each in linear
    )
    return "#" + "".join(f"{round(255 * min(max(each, 0.0), 1.0)):02x}" for each in channels)
