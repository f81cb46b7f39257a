"""What fuzzing has found, and what guides it, is read or refused like any other input."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govgraph.formats.format_list import FORMATS
from tests.fuzz.readers import READERS, read

CORPUS = Path(__file__).with_name("corpus")
LARGEST = 16_384
"""Bytes of one file of the corpus, so that it stays quick to replay and easy to look at."""


def every_input() -> Iterator[Any]:
    """Each file of the corpus, with the reader it is for."""
    for path in sorted(CORPUS.glob("*/*")):
        yield pytest.param(path.parent.name, path, id=f"{path.parent.name}/{path.name}")


@pytest.mark.parametrize(("name", "path"), list(every_input()))
def test_an_input_is_read_or_refused(name: str, path: Path) -> None:
    """A structure, or an error of govgraph's own that can be shown; nothing else."""
    content = path.read_bytes()
    assert len(content) <= LARGEST
    read(name, content)


def test_every_reader_has_a_corpus() -> None:
    """No reader is without inputs, and no inputs without a reader."""
    assert {path.name for path in CORPUS.iterdir()} == READERS.keys()


def test_every_format_that_is_read_has_a_reader_here() -> None:
    """A new format comes with a corpus of its own."""
    for each in FORMATS:
        covered = [
            name for name in READERS if name == each.name or name.startswith(f"{each.name}-")
        ]
        assert covered or not each.reads, each.name
