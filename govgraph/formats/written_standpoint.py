"""From where a question is asked, as people write it: a date, and what is included."""

from collections.abc import Iterable

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
    date, included = parse_date(as_at), parse_included(include)
    return Standpoint(as_at=date, include=included, presume=presume, ahead=date is None)


def parse_date(written: str | PartialDate | None) -> PartialDate | None:
    """A date as it is written in a structure file, or none.

    Raises:
        SettingsError: it is no date.
    """
    if written is None or isinstance(written, PartialDate):
        return written
    try:
        return PartialDate.parse(written.strip())
    except ValueError as error:
        from govgraph.formats.written_dates import meant_date

        meant = meant_date(written.strip())
        suggestion = f"; did you mean '{meant}'?" if meant else ""
        raise SettingsError(f"{error}{suggestion} (allowed: {', '.join(FORMS)})") from None


def parse_included(words: Iterable[str]) -> frozenset[Status]:
    """The statuses named, each word perhaps several with commas between.

    Raises:
        SettingsError: one of them cannot be included.
    """
    separate = [word.strip() for written in words for word in written.split(",")]
    for word in separate:
        if word and word not in INCLUDABLE:
            allowed = ", ".join(INCLUDABLE)
            raise SettingsError(f"'{word}' cannot be included (allowed: {allowed})")
    return frozenset(Status(word) for word in separate if word)
