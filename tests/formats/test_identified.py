"""Ids that nobody wrote are made from names, and stay the same as a table grows."""

from pathlib import Path

import pytest

from govgraph.formats.format_catalogue import read_structure


def ids(folder: Path, *names: str) -> list[str]:
    """The ids of bodies in a table; a name may be `ID=NAME`."""
    cells = (name.rpartition("=") for name in names)
    rows = "".join(f"{id_},{name}\n" for id_, _, name in cells)
    path = folder / "bodies.csv"
    path.write_text(f"Id,Name\n{rows}", "utf-8")
    return [body.id for body in read_structure(path).bodies]


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (("Audit Committee", "Tŵr Board"), ["audit-committee", "twr-board"]),
        (("A Board", "Mine=Own"), ["a-board", "Mine"]),
        (("Board", "board=The other one"), ["board-2", "board"]),
        (("\uac00 Board", "\u1100\u1161 Board Two"), ["\uac00-board", "\uac00-board-two"]),
        (("!", "?"), ["unnamed", "unnamed-2"]),
    ],
)
def test_an_id_is_made_from_the_name(
    names: tuple[str, ...], made: list[str], tmp_path: Path
) -> None:
    """Words joined by hyphens, clear of every id that is written anywhere in the table."""
    assert ids(tmp_path, *names) == made


def test_ids_stay_as_a_table_grows(tmp_path: Path) -> None:
    """A row that is put before the others changes none of their ids."""
    assert ids(tmp_path, "New", "Senate", "Ethics")[1:] == ids(tmp_path, "Senate", "Ethics")
