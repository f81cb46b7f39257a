"""What the words in the cells of an organogram mean, however they are quoted or spelled."""

from govgraph.model.names import normalise
from govgraph.model.seats import SeatStatus

SENIOR = "post unique reference"
JUNIOR = "reporting senior post"
"""The headings by which the two tables are known."""
SUPERIOR = "reports to senior post"
NAME = "name"
TITLE = "job title"

_TOP = "xx"
_NOT_IN_POST = "0"
_QUOTES = "'\"\u2018\u2019\u201c\u201d`"
_NOBODY = {
    SeatStatus.VACANT: ("vacant", "vacancy", "vacant post", "post vacant"),
    SeatStatus.ABOLISHED: ("eliminated", "eliminated post", "post eliminated"),
    SeatStatus.UNDISCLOSED: ("", "n d", "nd", "n a", "na", "not disclosed", "undisclosed"),
}
"""What stands in place of a name, without case and marks: some files have `'Eliminated.'`."""
_SAID = {word: standing for standing, words in _NOBODY.items() for word in words}


def standing_of(name: str) -> SeatStatus:
    """How a post is held, as the cell for the name of its holder says.

    >>> standing_of("'Eliminated.'"), standing_of("Ann Archer")
    (<SeatStatus.ABOLISHED: 'abolished'>, <SeatStatus.SUBSTANTIVE: 'substantive'>)
    """
    return _SAID.get(normalise(name), SeatStatus.SUBSTANTIVE)


def unquoted(text: str) -> str:
    """A text without the quotation marks that stand around all of it.

    >>> unquoted("'Head of Law'"), unquoted("O'Brien's")
    ('Head of Law', "O'Brien's")
    """
    while len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1].strip()
    return text


def is_top(reference: str) -> bool:
    """Whether the reference to a superior marks the top, where accountability may end."""
    return unquoted(reference).casefold() == _TOP


def is_not_in_post(reference: str) -> bool:
    """Whether the reference of a row marks somebody who is paid and holds no post."""
    return unquoted(reference) == _NOT_IN_POST
