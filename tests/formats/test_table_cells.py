"""What cells of a spreadsheet say."""

import pytest

from govgraph.formats.table_cells import cell_as_text


@pytest.mark.parametrize(
    ("cell", "said"), [(0.0, "0"), (-2.0, "-2"), (0.5, "0.5"), (True, "true"), (False, "false")]
)
def test_a_cell_says_what_it_shows(cell: object, said: str) -> None:
    """Whole numbers have no point, nought among them."""
    assert cell_as_text(cell) == said
