"""No compiled library stands on the way from a file to its sheet, page, paper and workbook."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import importlib.machinery, json, sys
from pathlib import Path

class Refuse:
    def find_spec(self, name, path=None, target=None):
        found = importlib.machinery.PathFinder.find_spec(name, path, target)
        is_ours = found and found.origin and "site-packages" in found.origin
        if is_ours and isinstance(found.loader, importlib.machinery.ExtensionFileLoader):
            refused.append(name)
            raise ImportError(name)

refused = []
sys.meta_path.insert(0, Refuse())

import govgraph
folder = Path(sys.argv[1])
govgraph.convert("data/hampshire", folder / "h.yaml")
govgraph.convert(folder / "h.yaml", folder / "h.xlsx")
govgraph.convert(folder / "h.xlsx", folder / "again.json")
graph = govgraph.build_graph(govgraph.load(folder / "h.xlsx"), include=["proposed"])
found = len(govgraph.check(graph).findings)
pages = govgraph.draw(graph, paper="A4").svg_pages
page = govgraph.report(graph)
paper = govgraph.paper(graph, folder / "paper.md")
files = {str(path.name): content for path, content in paper}
chains = len(govgraph.chain(graph, "Hart LCP").chains)
print(json.dumps([found, len(pages), "</html>" in page, sorted(files), chains, refused]))
"""


def test_a_structure_needs_no_compiled_library(tmp_path: Path) -> None:
    """Checked, drawn, reported, put on paper and into a workbook, with Python alone."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found, pages, is_whole, files, chains, refused = json.loads(done.stdout)
    assert found > 0
    assert pages > 0
    assert is_whole
    assert "paper.md" in files
    assert chains >= 0
    assert "yaml._yaml" in refused  # as in a browser
    assert "python_calamine._python_calamine" in refused
