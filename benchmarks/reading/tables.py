"""The tables of members as documents, and how many of their rows are drafted as they should be."""

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import docx
import yaml

from govgraph.reading.membership_tables import draft_seats
from govgraph.reading.read import read_paper

TABLES = Path(__file__).parent / "tables.yaml"
UP, LEFT = "^", "<"


class Score(NamedTuple):
    """Of a table: the rows that there are, that were drafted right, and what was drafted else."""

    title: str
    rows: int
    right: int
    wrong: tuple[tuple[str, ...], ...]


def measure_tables() -> Iterator[Score]:
    """Each table in Word and as a web page."""
    cases = yaml.safe_load(TABLES.read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        for case in cases:
            for write in (write_docx, write_html):
                path = write(Path(folder), case)
                drafted = [
                    (each.role, each.person, each.post, each.organisation, each.vacant)
                    for each in draft_seats(read_paper(path))
                ]
                gold = [(*row[:4], len(row) > 4) for row in case["gold"]]
                right = sum(row in drafted for row in gold)
                wrong = tuple(tuple(map(str, row)) for row in drafted if row not in gold)
                yield Score(f"{case['title']} ({path.suffix[1:]})", len(gold), right, wrong)


def write_docx(folder: Path, case: dict[str, Any]) -> Path:
    """A table in Word, cells merged as it says."""
    document = docx.Document()
    document.add_heading(case["heading"], level=1)
    rows: Sequence[Sequence[str]] = case["rows"]
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = table.cell(number, column)
            if text == UP:
                table.cell(number - 1, column).merge(cell)
            elif text == LEFT:
                table.cell(number, column - 1).merge(cell)
            else:
                cell.text = text
    path = folder / "table.docx"
    document.save(str(path))
    return path


def write_html(folder: Path, case: dict[str, Any]) -> Path:
    """A table as a web page, cells that span others as it says."""
    rows: Sequence[Sequence[str]] = case["rows"]
    lines = [f"<h2>{html.escape(case['heading'])}</h2><table>"]
    for number, row in enumerate(rows):
        cells = "".join(
            f"<td{_spans(rows, number, column)}><p>{html.escape(text)}</p></td>"
            for column, text in enumerate(row)
            if text not in {UP, LEFT}
        )
        lines.append(f"<tr>{cells}</tr>")
    path = folder / "table.html"
    path.write_text("\n".join([*lines, "</table>"]), encoding="utf-8")
    return path


def _spans(rows: Sequence[Sequence[str]], number: int, column: int) -> str:
    """How many rows and columns a cell spans, as attributes."""
    down = across = 1
    while number + down < len(rows) and rows[number + down][column] == UP:
        down += 1
    while column + across < len(rows[number]) and rows[number][column + across] == LEFT:
        across += 1
    said = f' rowspan="{down}"' if down > 1 else ""
    return said + (f' colspan="{across}"' if across > 1 else "")
