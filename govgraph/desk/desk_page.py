"""Where the page of the desk is: beside the package in a release, or built from a checkout."""

import subprocess
import sys
from pathlib import Path

from govgraph.errors import OutputError

NAME = "govgraph-desk.html"
_PACKAGE = Path(__file__).parents[1]
_SOURCES = _PACKAGE.parent / "desk"
_BUILT = _PACKAGE.parent / "build" / NAME
_WATCHED = (_PACKAGE, _SOURCES / "src", _SOURCES)


def find_page() -> Path:
    """The page, built anew where its sources have changed since.

    Raises:
        OutputError: it is neither here nor can it be built.
    """
    carried = Path(__file__).with_name(NAME)
    if carried.is_file():
        return carried
    if not (_SOURCES / "build.py").is_file():
        raise OutputError(
            f"this installation came without the desk: download {NAME} from the release, and open"
            " it in a browser"
        )
    if not (_BUILT.is_file() and _BUILT.stat().st_mtime >= _last_change()):
        _build()
    return _BUILT


def _last_change() -> float:
    """When what the page is made of was changed last."""
    kinds = ("*.py", "*.js", "*.mjs", "*.html", "*.css", "package-lock.json")
    inside = (path for folder in _WATCHED[:2] for kind in kinds for path in folder.rglob(kind))
    beside = (path for kind in kinds for path in _SOURCES.glob(kind))
    return max(path.stat().st_mtime for path in (*inside, *beside))


def _build() -> None:
    """Build the page from a checkout.

    Raises:
        OutputError: its npm packages or Node.js are missing, or it would be too large.
    """
    command = [sys.executable, "-m", "desk.build", str(_BUILT)]
    done = subprocess.run(  # noqa: S603 - our own module
        command, cwd=_PACKAGE.parent, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = [line for line in done.stderr.strip().splitlines() if line.strip()]
        raise OutputError(f"the desk could not be built: {said[-1] if said else 'no reason given'}")
