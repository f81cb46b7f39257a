"""The public names of `govgraph`, which stand once, in its stub."""

import subprocess
import sys
from pathlib import Path

import pytest

import govgraph


@pytest.mark.parametrize("name", dir(govgraph))
def test_each_name_is_there_and_documented(name: str) -> None:
    """What the stub promises can be imported, and says what it does."""
    assert getattr(govgraph, name).__doc__ or name == "__version__"


def test_what_is_not_public_is_not_there() -> None:
    """A name nobody promised is refused in the words of any module."""
    with pytest.raises(AttributeError, match="module 'govgraph' has no attribute 'parse'"):
        _ = govgraph.parse  # type: ignore[attr-defined]


def test_all_that_is_public_comes_with_a_star() -> None:
    """`from govgraph import *` gives the names, and no others."""
    program = "from govgraph import *; print(*sorted(n for n in dir() if n[:2] != '__'))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [name for name in dir(govgraph) if name != "__version__"]


def test_the_stub_stands_beside_the_module() -> None:
    """An installation without it could import nothing."""
    assert Path(govgraph.__file__).with_suffix(".pyi").is_file()
