"""The scripts of the page and the desk know nothing that Python knows otherwise.

What a script needs is handed over in its data. What it still spells out (statuses, kinds,
presences, letters, columns, looks of Word) stands in Python too: here both are held to be the same.
"""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from govgraph.checks.finding import Severity
from govgraph.desk.desk_verbs import VERBS, answer
from govgraph.desk.opening import FIRST
from govgraph.desk.saving import FORMS
from govgraph.drawing.paper import find_paper
from govgraph.drawing.scene.views import View
from govgraph.formats.simple_sheet import COLUMNS
from govgraph.formats.tables import RECORDS
from govgraph.formats.written_standpoint import INCLUDABLE
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.names import _PLAIN, SMALL_WORDS
from govgraph.model.standpoint import Presence
from govgraph.reporting.page.data import gather_data
from govgraph.reporting.paper import docx_page, docx_styles
from tests.factories import structure

ROOT = Path(__file__).parents[1]
DESK = ROOT / "desk"


def read(folder: str) -> dict[str, str]:
    """The modules of a script, by name, without their comments."""
    return {
        path.stem: re.sub(
            r"^\s*(?://|\*|/\*).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        for path in sorted((ROOT / folder).glob("*.js"))
    }


EXPLORER, DESKTOP = read("templates/html/explorer"), read("desk/src")
BOTH = "\n".join([*EXPLORER.values(), *DESKTOP.values()])


def words_in(pattern: str, text: str = BOTH) -> set[str]:
    """Every word that stands in quotation marks within the matches of a pattern."""
    found = {
        word for match in re.findall(pattern, text) for word in re.findall(r'"([^"]*)"', match)
    }
    assert found, pattern
    return found


def test_statuses_are_those_of_the_file() -> None:
    """Whatever a status is held against, and what may be counted besides."""
    compared = words_in(r'\bstatus === "[^"]*"|each === "[^"]*"')
    assert compared <= set(map(str, Status))
    listed = set(re.findall(r'\["proposed", [^\]]*\]', BOTH))
    assert listed == {json.dumps(list(map(str, INCLUDABLE)))}


def test_presences_are_told_as_python_tells_them() -> None:
    """What is not there, and why."""
    body = EXPLORER["standpoint"].partition("function presence")[2].partition("\n}")[0]
    said = words_in(r"return \"[^\"]*\"", body)
    assert "return `${thing.status} only`" in body
    said |= {f"{status} only" for status in INCLUDABLE}
    assert said == set(map(str, Presence)) - {str(Presence.UNHEARD)}  # which names the day instead
    assert words_in(r'(?:missing|presence\(\w+\)) [!=]== "[^"]*"') == {str(Presence.HOLDS)}


def test_the_kind_that_may_be_presumed_is_the_same() -> None:
    """No other kind is known to a script; which of them make lines is handed over."""
    assert words_in(r'kind\.id === "[^"]*"') == {PRESUMED_KIND}


def test_names_are_searched_by_the_same_letters_and_initials() -> None:
    """Letters without accents of their own, and words that acronyms leave out."""
    (plain,) = re.findall(r"PLAIN = \{(.*?)\}", EXPLORER["search"])
    letters = dict(re.findall(r'(\w): "(\w+)"', plain))
    assert str.maketrans(letters) == _PLAIN
    assert words_in(r"SMALL = new Set\(\[.*?\]\)") == SMALL_WORDS


def test_the_page_asks_for_no_data_that_it_is_not_given() -> None:
    """Each part of the structure that its script reads."""
    small = structure("fleet -> trust*")
    given = {*gather_data(AccountabilityGraph(small, small.standpoint()), [])}
    modules = [text for name, text in EXPLORER.items() if name != "unpack"]
    assert set(re.findall(r"\bdata\.(\w+)", "\n".join(modules))) <= given


def test_the_desk_asks_for_what_python_answers() -> None:
    """Every verb is one, every verb is asked; so is all that is told at the start."""
    asked = words_in(r'\.ask\("\w+"', "\n".join(DESKTOP.values()))
    assert asked == {*VERBS}
    hello = json.loads(answer("hello", "{}")[0])
    assert set(re.findall(r"hello\.(\w+)", "\n".join(DESKTOP.values()))) <= {*hello}


def test_the_desk_knows_sheets_and_columns_that_there_are() -> None:
    """In which cells names are offered, and which column holds the name."""
    columns = {f"simple.{column.name.replace(' ', '_')}" for column in COLUMNS}
    columns |= {
        f"{name}.{field.name}" for name, record in RECORDS.items() for field in record.fields
    }
    assert words_in(r'new Set\(\["simple\.[^\]]*\]|whole === "[^"]*"', DESKTOP["words"]) <= columns
    assert {"simple.name", "bodies.name", "people.name"} <= columns
    assert {"bodies", "people"} <= {*FIRST}


def test_the_desk_asks_for_forms_and_papers_that_there_are() -> None:
    """What it saves, and on what it draws."""
    (listed,) = re.findall(r"\[[^\]]*\]\.includes\(form\)", DESKTOP["main"])
    assert set(re.findall(r'"(\w+)"', listed)) <= {*FORMS}
    page = (DESK / "page.html").read_text(encoding="utf-8")
    papers = re.search(r'<select id="paper">(.*?)</select>', page, re.DOTALL)
    assert papers
    for option in re.findall(r'<option(?: value="(\w+)")?>(\w+)', papers[1]):
        assert find_paper(option[0] or option[1])
    views = re.search(r"const views = \{(.*)\};", DESKTOP["main"])
    assert views
    assert set(re.findall(r"\{ (\w+):", views[1])) <= {field.name for field in fields(View)}


def test_severities_have_their_looks_on_the_desk() -> None:
    """As marks of cells and as findings; no other has."""
    assert words_in(
        r'\.?severity(?:: | === )"[^"]*"', DESKTOP["findings"] + DESKTOP["grid"]
    ) <= set(map(str, Severity))
    css = (DESK / "style.css").read_text(encoding="utf-8")
    assert {str(each) for each in Severity if re.search(rf"\.(?:finding|mark)\.{each}\b", css)} >= {
        "error",
        "warning",
    }


@pytest.mark.parametrize(("style", "points"), sorted(docx_styles._SIZES.items()))
def test_word_files_of_the_desk_look_like_those_of_the_command_line(
    style: str, points: float
) -> None:
    """Every size; fonts are in half points there."""
    word = DESKTOP["word"]
    wanted = {
        "Normal": rf'font: "{docx_styles._FONT}", size: {points * 2:g}, language',
        "Title": rf"title: \{{ run: \{{ size: {points * 2:g}, bold: true",
        "Subtitle": rf'"Subtitle", \{{ size: {points * 2:g}, color: INK',
        "Caption": rf'"caption", \{{ size: {points * 2:g}, bold: true, color: INK',
    }
    number = style.removeprefix("Heading ")
    assert re.search(wanted.get(style, rf"heading{number}: heading\({points:g},"), word)


def test_word_files_of_the_desk_have_the_ink_the_styles_and_the_pages() -> None:
    """Of the command line's."""
    word = DESKTOP["word"]
    assert f'const INK = "{docx_styles._INK}"' in word
    assert f'"{docx_styles.TABLE_TEXT}"' in word
    assert f'"{docx_styles.FIGURE}"' in word
    assert f"const LARGE = {docx_page._LARGE:g};" in word
