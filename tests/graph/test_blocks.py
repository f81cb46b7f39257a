"""Long columns gone through block by block: what a block is changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from govgraph.graph import blocks

SIZE = 1_000


@pytest.fixture(params=[1, 7, SIZE, blocks.BLOCK])
def _block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK", request.param)


def _places() -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.random.default_rng(8).integers(0, SIZE, SIZE, dtype=np.int32)


@pytest.mark.usefixtures("_block")
def test_looking_up_is_that_of_numpy() -> None:
    """So it is at -1, which is the last row."""
    places, column = _places(), _places()
    places[::9] = -1
    assert (blocks.look_up(column, places) == column[places]).all()


@pytest.mark.usefixtures("_block")
def test_the_last_of_several_stands() -> None:
    """Values are written in the order of their rows."""
    places, column = _places(), np.full(SIZE, -1, dtype=np.int32)
    rows = np.arange(SIZE, dtype=np.int32)
    blocks.write(column, places, rows)
    last = dict(zip(places.tolist(), rows.tolist(), strict=True))
    assert column.tolist() == [last.get(row, -1) for row in range(SIZE)]


@pytest.mark.usefixtures("_block")
def test_rows_are_marked() -> None:
    """Each that is named, whoever names it; and each that another names."""
    places = _places()
    places[5] = 5
    flags = np.zeros(SIZE, dtype=np.bool_)
    blocks.mark(flags, places)
    assert flags.tolist() == [row in set(places.tolist()) for row in range(SIZE)]
    own = blocks.find_own(places)
    assert own.tolist() == [row == at for row, at in enumerate(places.tolist())]
    others = {at for row, at in enumerate(places.tolist()) if row != at}
    assert blocks.mark_others(places, own).tolist() == [row in others for row in range(SIZE)]


@pytest.mark.usefixtures("_block")
def test_rows_take_over_from_those_that_have_their_own() -> None:
    """In place, whether a row stands before or after the one it looks at."""
    places = _places() % 50 * 20
    places[::20] = np.arange(0, SIZE, 20)
    column = np.arange(SIZE, dtype=np.int32) * 3
    known = column.copy()
    blocks.take_over(column, places)
    assert (column == known[places]).all()
