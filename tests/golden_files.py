"""Files of tests/golden, which hold what is made until somebody means to change it."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def hold(name: str, made: str) -> None:
    """Fail where something is no longer made as its file has it.

    With `GOVGRAPH_GOLDEN=write` the file is written anew; read the difference before you commit it.
    """
    path = GOLDEN / name
    if os.environ.get("GOVGRAPH_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    same = made == path.read_text(encoding="utf-8")
    assert same, f"{name} has changed; if it is meant, GOVGRAPH_GOLDEN=write writes it"


def by_element(svg: str) -> str:
    """An SVG document with each element on a line of its own, so that a difference can be read."""
    return svg.replace("><", ">\n<") + "\n"
