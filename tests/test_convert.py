"""`govgraph.convert`, for programs."""

from pathlib import Path

import pytest

import govgraph
from govgraph.errors import OutputError, SettingsError


def test_a_program_converts_and_is_told_what_was_left(tmp_path: Path) -> None:
    """The account holds the structure, and what the format has no words for."""
    target = tmp_path / "hampshire.mmd"
    account = govgraph.convert("data/hampshire", target)
    assert target.read_text(encoding="utf-8").startswith("---\ntitle:")
    assert len(account.structure.bodies) == 21
    assert any(left.what == "2 sources" for left in account.skipped)


def test_columns_of_a_table_are_named(tmp_path: Path) -> None:
    """As `--map` does on the command line."""
    source = tmp_path / "staff.csv"
    source.write_text("Team,Boss\nHart,Trust\n", encoding="utf-8")
    columns = {"from": "Team", "to": "Boss", "kind": "reports_to"}
    account = govgraph.convert(source, tmp_path / "staff.json", columns=columns)
    assert [each.key for each in account.structure.relations] == [("hart", "reports_to", "trust")]
    with pytest.raises(SettingsError, match="does not say where 'to' is"):
        govgraph.convert(
            source, tmp_path / "b.json", columns={"from": "Team", "kind": "reports_to"}
        )


def test_standard_output_is_for_the_command_line() -> None:
    """A program names a file."""
    with pytest.raises(SettingsError, match="name a file or folder"):
        govgraph.convert("data/hampshire", "-", to="json")


def test_what_would_hold_less_is_not_written_over_what_it_is_made_of(tmp_path: Path) -> None:
    """A structure of our own may be; one in words of others, or for others, would lose some."""
    popolo = tmp_path / "plan.json"
    popolo.write_text('{"persons": [{"name": "Ann"}], "motions": [{"text": "x"}]}', "utf-8")
    before = popolo.read_bytes()
    with pytest.raises(OutputError, match="is read from; name another file"):
        govgraph.convert(popolo, popolo)
    assert popolo.read_bytes() == before
    ours = tmp_path / "ours.json"
    ours.write_text('{"bodies": {"a": {"name": "A", "apex": true}}}', "utf-8")
    govgraph.convert(ours, ours)
    with pytest.raises(OutputError, match="is read from; name another file"):
        govgraph.convert(ours, ours, to="dot")
