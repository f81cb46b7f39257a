"""The reference page of the structure file says what the reader reads."""

import re
from pathlib import Path

import pytest

from docs.format_tables import build_tables, fill_tables
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.limits import Limits

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_is_up_to_date() -> None:
    """Its tables are those that the fields make; `python -m docs.make` makes them anew."""
    assert fill_tables(PAGE) == PAGE


def test_every_table_stands_on_the_page_once() -> None:
    """But that of a seat on a body, which is that of a seat without its body."""
    marked = re.findall(r"<!-- table: ([^>]+) -->", PAGE)
    assert sorted(marked) == sorted(set(build_tables()) - {"seat on a body"})


def test_a_mark_without_a_table_is_an_error() -> None:
    """A misspelt mark does not pass unseen."""
    with pytest.raises(KeyError, match="bodee"):
        fill_tables("<!-- table: bodee -->\n<!-- end -->")


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_page_is_read(example: str, tmp_path: Path) -> None:
    """What the page shows can be copied."""
    path = tmp_path / "example.yaml"
    path.write_text(example, "utf-8")
    assert read_structure(path)


def test_every_limit_is_documented() -> None:
    """The page names each limit and how much it allows."""
    table = build_tables()["limits"]
    assert all(f"| `{name}` |" in table for name in Limits.__slots__)
