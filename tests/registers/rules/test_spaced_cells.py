"""Spaces around what stands in a cell are no part of it, of whatever column and however read."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from govgraph import registers
from govgraph.checks.runner import check_structure
from govgraph.formats.format_catalogue import read_structure
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.questions.question_catalogue import QUESTIONS, find_question
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.index.index_reader import open_index
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.finding_records import list_some
from govgraph.registers.rules.runner import check_register
from tests.made_registers import standpoints, structures, write_tables, write_text
from tests.registers.reading.test_out_of_core import read_in_files
from tests.registers.rules.test_finding_records import alike

BODIES = (
    "id,name,kind,apex,area\n"
    "a, Trust Board ,board, true , Hart\n"
    " b,\u00a0Fleet\t,team,,Hart \n"
    "c ,   , team,,\n"
    "d,Yateley,,,\n"
)
RELATIONS = (
    "from,kind,to,intended,scope\n"
    "b,reports_to,a,  , money \n"
    " b ,accountable_to, d, ,\n"
    "c,accountable_to, nowhere ,,\n"
    " nobody,reports_to,a,,\n"
)


def pad(cell: object, place: int) -> str:
    """A cell with spaces around it, or with nothing but spaces in it."""
    before, after = (("", ""), (" ", ""), ("", "\t"), ("\u00a0", "  "))[place % 4]
    return f"{before}{cell}{after}"


def write_spaced(written: Structure, folder: Path) -> Path:
    """Two tables with spaces around what is text."""
    bodies = tuple(
        replace(body, name=pad(body.name, at), area=pad(body.area, at + 1), id=pad(body.id, at + 2))
        for at, body in enumerate(written.bodies)
    )
    relations = tuple(
        replace(
            each,
            from_body=pad(each.from_body, at),
            to_body=pad(each.to_body, at + 1),
            kind=pad(each.kind, at + 2),
            intended=pad(each.intended, at + 3),
        )
        for at, each in enumerate(written.relations)
    )
    return write_tables(replace(written, bodies=bodies, relations=relations), folder)


@settings(max_examples=40)
@given(structures(), standpoints())
def test_findings_are_told_as_without_spaces(written: Structure, here: Standpoint) -> None:
    """Every sentence of a register in memory, and of one in files."""
    with TemporaryDirectory() as folder:
        bare = read_register(write_tables(written, Path(folder, "bare")))
        path = write_spaced(written, Path(folder, "spaced"))
        spaced = (read_register(path), read_in_files(path))
        told, *others = (
            list(alike(list_some(check_register(RegisterGraph(each, here)), 1_000)))
            for each in (bare, *spaced)
        )
    assert others == [told, told]


def test_they_are_told_as_those_of_the_structure(tmp_path: Path) -> None:
    """The name, the end of a relation that is not there, and a reason that is none."""
    folder = write_text(tmp_path, BODIES.replace("   ", "C"), RELATIONS)
    small = check_structure(read_structure(folder), select=["GG1"])
    found = check_register(RegisterGraph(read_register(folder), Standpoint()))
    assert list(alike(list_some(found, 1_000))) == list(alike(small.each))
    assert {("GG105", "")} == {(e.code, e.variant) for e in small.each if e.code == "GG105"}
    told = [each.subject.relation for each in list_some(found, 1_000) if each.code == "GG106"]
    assert ("c", "accountable_to", "nowhere") in told
    assert ("nobody", "reports_to", "a") in told


def test_a_name_of_spaces_is_none(tmp_path: Path) -> None:
    """The body goes by its identifier then."""
    register = read_register(write_text(tmp_path, BODIES, RELATIONS))
    assert register.bodies.names.to_list() == ["Trust Board", "Fleet", "c", "Yateley"]
    assert registers.identify(register, "fleet") == "b"


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_excerpt_has_none_from_tables_or_index(tmp_path: Path, question: str) -> None:
    """Of names, areas, reasons and scopes."""
    path = write_text(tmp_path, BODIES, RELATIONS)
    register = read_register(path)
    registers.write_index(register)
    index, _ = open_index(path)
    assert index
    needs = find_question(question).wording.needs
    for body in ("a", "b", "c"):
        cut = registers.excerpt(register, question, [body])
        assert index.excerpt(needs, [index.find(body)]) == cut
        texts = [text for each in cut.bodies for text in (each.id, each.name, each.area)]
        texts += [text for each in cut.relations for text in (each.intended, each.scope)]
        assert texts == [text.strip() for text in texts]
