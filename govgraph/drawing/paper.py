"""The papers a sheet is drawn on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from govgraph.errors import SettingsError

_MM = 72 / 25.4
_SIDES = {  # millimetres, short side first (ISO 216)
    "a5": (148, 210),
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
}
_FREE = ("free", "screen")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper; a free one has no size of its own and grows with the drawing.

    Attributes:
        name: What it is called ("A4 landscape").
        width: Its width in points, or None when free.
        height: Its height in points, or None when free.
        margin: The white edge on every side, in points.
        may_turn: Whether it may also be used the other way round, where that suits the drawing.
        below: What its page keeps below it for a caption, whichever way round, in points.
    """

    name: str
    width: float | None
    height: float | None
    margin: float = 24.0
    may_turn: bool = False
    below: float = 0.0

    @property
    def is_free(self) -> bool:
        """True when the paper grows with the drawing."""
        return self.width is None

    @property
    def option(self) -> str:
        """What to ask for it by: `A4`, `A4-portrait`."""
        return self.name.removesuffix(" landscape").replace(" ", "-")

    @property
    def ways_round(self) -> tuple[Paper, ...]:
        """The paper as it is, and turned if it may be."""
        fixed = replace(self, may_turn=False)
        return (fixed, turned_paper(fixed)) if self.may_turn else (fixed,)


FREE = Paper("free", None, None, 24.0)


def find_paper(name: str) -> Paper:
    """The paper of a name: `A4`, `a3-portrait`, `A2 landscape`, `free`; either way round if unsaid.

    Raises:
        SettingsError: No paper goes by that name.

    >>> find_paper("A4").name, round(find_paper("A4").width)
    ('A4 landscape', 842)
    """
    parts = name.lower().replace("-", " ").replace("_", " ").split()
    if len(parts) == 1 and parts[0] in _FREE:
        return FREE
    turn = parts[1] if len(parts) == 2 else "landscape"  # noqa: PLR2004 - size and turn
    if not parts or len(parts) > 2 or parts[0] not in _SIDES or turn not in _TURNS:  # noqa: PLR2004
        sizes = ", ".join(size.upper() for size in _SIDES)
        message = f"'{name}' is no paper (allowed: {sizes}, with -portrait or -landscape; free)"
        raise SettingsError(message)
    short, long = (round(side * _MM, 2) for side in _SIDES[parts[0]])
    width, height = (long, short) if turn == "landscape" else (short, long)
    return Paper(f"{parts[0].upper()} {turn}", width, height, may_turn=len(parts) == 1)


_TURNS = ("landscape", "portrait")


def turned_paper(paper: Paper) -> Paper:
    """The same paper the other way round.

    >>> turned_paper(find_paper("A4")).option
    'A4-portrait'
    """
    size, turn = paper.name.split()
    if paper.width is None or paper.height is None:
        return paper
    name = f"{size} {_TURNS[1 - _TURNS.index(turn)]}"
    width, height = paper.height + paper.below, paper.width - paper.below
    return replace(paper, name=name, width=width, height=height, may_turn=False)


def larger_papers(paper: Paper) -> tuple[Paper, ...]:
    """The larger papers of the same turn, the smallest first.

    >>> [larger.option for larger in larger_papers(find_paper("A2"))]
    ['A1', 'A0']
    """
    size, turn = paper.name.split()
    sizes = list(_SIDES)
    return tuple(find_paper(f"{one}-{turn}") for one in sizes[sizes.index(size.lower()) + 1 :])
