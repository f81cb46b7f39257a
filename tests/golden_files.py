"""Files of tests/golden, which hold what is made until somebody means to change it."""

import os
import re
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


def by_element(document: str) -> str:
    """SVG or XML with each element on a line of its own, so that a difference can be read."""
    return document.replace("><", ">\n<") + "\n"


def body_of(page: str) -> str:
    """A page without its head, styles and scripts, which stand in templates as they are."""
    body = re.search(r"<body>.*", page, re.DOTALL)
    assert body
    return re.sub(r"<(script|style)\b.*?</\1>", "", body[0], flags=re.DOTALL)
