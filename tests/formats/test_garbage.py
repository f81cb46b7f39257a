"""Reading and drawing leave the garbage collector as they found it."""

import gc
from pathlib import Path

import pytest

from govgraph import api
from govgraph.drawing.forms.choose import fit_sheet
from govgraph.drawing.forms.glances import Glances
from govgraph.drawing.paper import FREE
from govgraph.drawing.theme_file import built_in_theme
from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_structure

EXAMPLE = Path(__file__).parent / "example.yaml"


def test_collection_goes_on_after_reading(tmp_path: Path) -> None:
    """Whether the file could be read or not."""
    read_structure(EXAMPLE)
    assert gc.isenabled()
    with pytest.raises(LoadError):
        read_structure(tmp_path)
    assert gc.isenabled()


def test_collection_goes_on_after_drawing() -> None:
    """Though it is paused while a form is looked for."""
    seen: list[bool] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Glances, "laid", lambda *_, **__: seen.append(gc.isenabled()))
        with pytest.raises(AttributeError):
            fit_sheet(api.diagram(api.load(EXAMPLE)), FREE, built_in_theme())
    assert seen == [False]
    assert gc.isenabled()


def test_collection_stays_off_where_it_was_off() -> None:
    """Whoever turned it off has a reason."""
    gc.disable()
    try:
        read_structure(EXAMPLE)
        assert not gc.isenabled()
    finally:
        gc.enable()
