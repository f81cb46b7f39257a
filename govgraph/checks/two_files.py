"""What the files of two structures are called where these are held against each other."""

from pathlib import PurePath

from govgraph.checks.comparison import Comparison


def name_files(comparison: Comparison) -> tuple[str, str]:
    """The names by which the files of two structures are told apart; of one structure nothing.

    A name is the end of a path, as short as it can be.
    """
    before, after = comparison.before.structure, comparison.after.structure
    places = [each.place.file if each.place else "" for each in (before, after)]
    if before is after or "" in places or places[0] == places[1]:
        return "", ""
    parts = [PurePath(place).parts for place in places]
    for most in range(1, max(map(len, parts)) + 1):
        names = ["/".join(each[-most:]) for each in parts]
        if names[0] != names[1]:
            return names[0], names[1]
    return "", ""
