"""The structures that ship with the program are in the standard form that it gives others."""

from pathlib import Path

import pytest

from govgraph.formats.yaml_form import standard_form

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("data", "templates/structures")
    for path in (ROOT / folder).rglob("*.yaml")
    if "TITLE" not in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_is_in_its_standard_form(path: Path) -> None:
    """`govgraph fmt` has nothing to change, comments included."""
    assert standard_form(path.read_bytes(), path.name) == path.read_text(encoding="utf-8")
