"""From where a question is asked, as people write it: a date, and what is included."""

from collections.abc import Iterable
from datetime import date

from govgraph.errors import SettingsError
from govgraph.model.bodies import Status
from govgraph.model.dates import FORMS, PartialDate
from govgraph.model.standpoint import Standpoint

INCLUDABLE = (Status.PROPOSED, Status.SHADOW)


def parse_standpoint(
    as_at: str | PartialDate | None, include: Iterable[str], *, presume: bool
) -> Standpoint:
    """From where a register is asked, which has no date of its own.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    day, included = parse_date(as_at), parse_included(include)
    return Standpoint(as_at=day, include=included, presume=presume, ahead=day is None)


def parse_date(written: object) -> PartialDate | None:
    """A date as it is written in a structure file, a day of Python's, or none.

    Raises:
        SettingsError: it is no date.

    >>> from datetime import date
    >>> str(parse_date(date(2010, 4, 9)))
    '2010-04-09'
    """
    if written is None or isinstance(written, PartialDate):
        return written
    if isinstance(written, date):
        return PartialDate(written.year, written.month, written.day)
    if type(written) is int:  # a year
        written = f"{written:04}"
    if not isinstance(written, str):
        raise SettingsError(f"{written!r} is no date (allowed: {', '.join(FORMS)})")
    try:
        return PartialDate.parse(written.strip())
    except ValueError as error:
        from govgraph.formats.written_dates import meant_date

        meant = meant_date(written.strip())
        suggestion = f"; did you mean '{meant}'?" if meant else ""
        raise SettingsError(f"{error}{suggestion} (allowed: {', '.join(FORMS)})") from None


def separate(words: str | Iterable[str]) -> tuple[str, ...]:
    """Words one by one: given as a list, as one text, or with commas between.

    Raises:
        SettingsError: one of them is no text.

    >>> separate("proposed"), separate(["GG1, GG2", "uncited"])
    (('proposed',), ('GG1', 'GG2', 'uncited'))
    """
    try:
        given = (words,) if isinstance(words, str) else tuple(words)
        found = [word.strip() for written in given for word in written.split(",")]
    except (AttributeError, TypeError):
        raise SettingsError(f"{words!r} is no text and no list of texts") from None
    return tuple(filter(None, found))


def parse_included(words: str | Iterable[str]) -> frozenset[Status]:
    """The statuses named, each word perhaps several with commas between.

    Raises:
        SettingsError: one of them cannot be included.
    """
    separated = separate(words)
    for word in separated:
        if word not in INCLUDABLE:
            allowed = ", ".join(INCLUDABLE)
            raise SettingsError(f"'{word}' cannot be included (allowed: {allowed})")
    return frozenset(map(Status, separated))
