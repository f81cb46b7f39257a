"""The page's script: its modules one after another, without what only their readers need."""

from collections.abc import Iterator

MODULES = (
    "inflate", "reading_place", "read", "data", "standpoint", "chains", "words", "search",
    "picture", "pictures", "geometry", "scale", "compaction", "pulling", "redraw", "more", "steps",
    "compare", "views", "view", "choice", "panel", "told", "walk", "filters", "time", "csv",
    "tables", "snapshot", "findings_text", "takeaway", "address", "folds", "start",
)  # fmt: skip
"""The modules in the order in which they stand: each may use what stands before it."""

UNPACK = ("inflate", "unpack_script")
"""Those that unpack the others, where they stand packed in the page."""

LARGE = (
    "inflate", "unpack", "standpoint", "chains", "words", "words_large", "search", "choice_large",
    "time", "address", "csv", "list_large", "start_large",
)  # fmt: skip
"""Those of a page of more bodies than one drawing holds."""


def build_script(modules: tuple[str, ...] = MODULES) -> str:
    """The modules as one script that leaves no name behind, and may wait for what it reads.

    Lines that are empty or a comment, and the space before a line, are left out.
    """
    from importlib.resources import files

    folder = files("govgraph.templates").joinpath("html", "explorer")
    texts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in modules)
    lines = (line for text in texts for line in _lines(text))
    return "\n".join(('"use strict";(async () => {', *lines, "})();"))


def _lines(text: str) -> Iterator[str]:
    """The lines of a module that the browser needs."""
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("//"):
            yield line
