"""What the title block of a sheet says: paper, date, status, and what is shown beside."""

from govgraph.model.standpoint import Reading, Standpoint


def title_block(here: Standpoint, paper: str = "", status: str = "") -> tuple[tuple[str, str], ...]:
    """The pairs of a title block, those that have something to say."""
    pairs = (
        ("Paper", paper),
        ("As at", here.as_at.spoken() if here.as_at else ""),
        ("Status", status),
        ("Shown", format_included_too(here)),
    )
    return tuple((label, text) for label, text in pairs if text)


def format_included_too(here: Standpoint) -> str:
    """What is shown beside what is in force, and by which reading of its days.

    >>> from govgraph.model.bodies import Status
    >>> format_included_too(Standpoint(include=frozenset({Status.PROPOSED})))
    'with all proposed'
    """
    included = " and ".join(sorted(map(str, here.include)))
    if here.reading is Reading.NONE:
        return ""
    by_date = here.reading is Reading.BY_DATE
    return f"with {included} by then" if by_date else f"with all {included}"
