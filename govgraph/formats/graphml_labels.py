"""The lines of a name within the box of a node, which yEd does not break by itself."""

from textwrap import wrap

_LETTERS = 28


def label_lines(name: str) -> list[str]:
    """A name in lines that fit its box; there is always one.

    >>> label_lines("Local Children's Partnership of Odiham and Hook")
    ["Local Children's Partnership", 'of Odiham and Hook']
    """
    return wrap(name, _LETTERS, break_long_words=True) or [name]
