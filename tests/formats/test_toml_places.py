"""Where something stands in a TOML file."""

import pytest

from govgraph.formats.toml_places import find_place

TEXT = """
# [check] stands below
[check]
select = ["GG1",
  "GG9"]
severity.GG101 = "off"
against = []

[[policy]]
id = "one"
[[ policy ]]
id = "two"
every = {kind = "board"}
"""


@pytest.mark.parametrize(
    ("keys", "word", "number", "place"),
    [
        (("check",), "", 0, (3, 2)),
        (("check", "select"), "", 0, (4, 1)),
        (("check", "select"), "GG9", 0, (5, 4)),
        (("check", "severity", "GG101"), "", 0, (6, 1)),
        (("policy",), "", 0, (9, 3)),
        (("policy",), "", 1, (11, 4)),
        (("policy",), "kind", 1, (13, 10)),
        (("policy",), "", 2, (11, 4)),
        (("check", "select"), "nowhere", 0, (4, 1)),
        (("nowhere",), "", 0, (0, 0)),
    ],
)
def test_a_key_or_word_is_found(
    keys: tuple[str, ...], word: str, number: int, place: tuple[int, int]
) -> None:
    """In whichever way its table is written; the nearest thing known where it is not."""
    assert find_place(TEXT, keys, word, number=number) == place
