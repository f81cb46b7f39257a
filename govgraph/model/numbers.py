"""Numbers in words that somebody wrote, of which none is too long to be read."""

_MOST_DIGITS = 9
BEYOND = 10**_MOST_DIGITS
"""What every number of more digits is taken for: Python reads no more than some thousands."""


def read_digits(digits: str) -> int:
    """The number that decimal digits of any script write, or `BEYOND`.

    >>> read_digits("0012"), read_digits("9" * 5000) == BEYOND
    (12, True)
    """
    return int(digits) if len(digits) <= _MOST_DIGITS else BEYOND
