"""The page for assistants: its configurations and its table of tools."""

import json
import re
from pathlib import Path

from govgraph.assistants.structure_cache import CachedStructure
from govgraph.assistants.tools import build_tools

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "mcp.md").read_text(encoding="utf-8")


def test_the_configurations_start_the_server() -> None:
    """As JSON, with the command and its options."""
    for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL):
        (servers,) = json.loads(block).values()
        assert servers["govgraph"]["command"] == "govgraph"
        assert servers["govgraph"]["args"][0] == "mcp"


def test_every_tool_is_in_the_table() -> None:
    """In the order in which they are listed."""
    tools = build_tools(CachedStructure(ROOT / "data" / "hampshire"))
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(tools)
