"""Whole structures for the tests of writing: whatever a reader can make of a right file."""

import json
from typing import Any

from hypothesis import strategies as st

from govgraph.formats.json_file import read_content
from govgraph.formats.limits import STANDARD
from govgraph.model.structure import Structure
from tests.formats.written import STRUCTURES as DATA


def _read(data: Any) -> Structure:
    """The structure that plain data becomes."""
    return read_content(json.dumps(data).encode(), "structure.json", STANDARD)


STRUCTURES: st.SearchStrategy[Structure] = DATA.map(_read)
"""Structures with any field filled with any text."""
