"""A register declares kinds of its own in two tables beside it, as a structure does."""

from pathlib import Path

import pytest

from govgraph import registers
from govgraph.errors import LoadError
from govgraph.formats.register.register_files import is_register
from govgraph.registers.index.index_reader import OUTDATED, open_index
from tests.cli.program import govgraph
from tests.made_registers import write_text

BODIES = "id,name,kind,apex\ntrust,Trust,multi-academy-trust,true\noak,Oak,academy,\n"
RELATIONS = "from,kind,to\noak,sponsored_by,trust\n"
BODY_KINDS = "id,name,like\nmulti-academy-trust,Multi-academy trust,trust\nacademy,Academy,school\n"
RELATION_KINDS = "id,class,reads\nsponsored_by,accountability,is sponsored by\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register whose kinds are all its own."""
    write_text(tmp_path, BODIES, RELATIONS)
    (tmp_path / "body_kinds.csv").write_text(BODY_KINDS, encoding="utf-8")
    (tmp_path / "relation_kinds.csv").write_text(RELATION_KINDS, encoding="utf-8")
    return tmp_path


def codes(folder: Path) -> set[str]:
    """The rules that find something."""
    findings = registers.check(registers.build_graph(registers.load(folder)))
    return {group.check.code for group in findings.groups}


def test_declared_kinds_are_known_and_make_lines(folder: Path) -> None:
    """Without their tables they are unknown, the line is none, and nobody answers to the apex."""
    assert codes(folder) == set()
    for name in ("body_kinds.csv", "relation_kinds.csv"):
        (folder / name).unlink()
    assert codes(folder) == {"GG101", "GG106", "GG114"}


def test_an_answer_speaks_in_the_words_of_the_register(folder: Path) -> None:
    """Of an excerpt, and of an index."""
    plain = govgraph("chain", str(folder), "Oak", "--register").out
    assert "Trust" in plain
    assert govgraph("index", str(folder)).code == 0
    assert govgraph("chain", str(folder), "Oak", "--register").out == plain
    assert "is sponsored by" in govgraph("show", str(folder), "Oak", "--register").out


def test_an_index_is_no_longer_used_when_the_kinds_change(folder: Path) -> None:
    """They decide what is a line."""
    registers.write_index(registers.load(folder))
    assert open_index(folder)[0] is not None
    (folder / "relation_kinds.csv").write_text(RELATION_KINDS.replace("is", "was"))
    assert open_index(folder) == (None, OUTDATED)


def test_a_register_is_drawn_with_its_own_kinds(folder: Path) -> None:
    """By their names, in the form of the kind that they are like."""
    findings = registers.check(registers.build_graph(registers.load(folder)))
    drawn = {body.kind_label: body.shape for body in registers.diagram(findings).bodies}
    assert drawn == {"Multi-academy trust": "trust", "Academy": "neutral"}


def test_what_is_wrong_with_a_declaration_is_told(folder: Path) -> None:
    """With its place."""
    (folder / "relation_kinds.csv").write_text("id,class\nsponsored_by,sponsorship\n")
    with pytest.raises(LoadError, match=r"relation_kinds\.csv"):
        registers.load(folder)


def test_kinds_are_declared_in_parquet_too(folder: Path, tmp_path: Path) -> None:
    """As `convert` writes them, and one in either format."""
    target = tmp_path / "written.parquet"
    assert govgraph("convert", str(folder), str(target)).code == 0
    assert (target / "relation_kinds.parquet").is_file()
    assert is_register(target)
    assert codes(target) == set()
    (target / "body_kinds.parquet").unlink()
    assert codes(target) == {"GG106"}
    (target / "body_kinds.csv").write_text(BODY_KINDS, encoding="utf-8")
    assert codes(target) == set()
