"""The pages of the structures that the repository holds, each made once."""

from functools import cache
from pathlib import Path

from govgraph import api

DATA = Path(__file__).parents[2] / "data"

REAL = {
    "hampshire": "hampshire",
    "worcestershire": "worcestershire",
    "oxfordshire-2009": "oxfordshire/1-local-partnerships-2009.yaml",
    "oxfordshire-2017": "oxfordshire/2-childrens-trust-2017.yaml",
    "register": "register",
    "policy": "policy",
    "requirements": "requirements/relevant-partners.yaml",
}
"""Where the structure of each page stands in `data/`."""


@cache
def real_page(name: str) -> str:
    """The page of one of them, with what is proposed."""
    return api.report(api.build_graph(api.load(DATA / REAL[name]), include=("proposed",)))


def real_path(name: str, folder: Path) -> Path:
    """The same as a file in a folder."""
    path = folder / f"{name}.html"
    path.write_text(real_page(name), encoding="utf-8")
    return path
