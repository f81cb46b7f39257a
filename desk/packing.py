"""What of Python goes into the desk: the standard library, the program, what the program needs."""

import io
import json
import zipfile
from importlib.util import find_spec
from pathlib import Path

LIBRARIES = ("jinja2", "markupsafe", "yaml", "xlsxwriter", "openpyxl", "et_xmlfile")
"""What the program needs on the way from a file to a sheet, a page and a workbook."""
_NOT_NEEDED = frozenset(
    {
        *("_pyrepl", "bdb.py", "cmd.py", "cProfile.py", "ctypes", "curses"),
        *("dbm", "doctest.py", "ensurepip", "ftplib.py", "http", "idlelib", "imaplib.py"),
        *("mailbox.py", "multiprocessing", "nntplib.py", "optparse.py", "pdb.py", "pickletools.py"),
        *("poplib.py", "pstats.py", "pydoc.py", "pydoc_data", "profile.py", "smtplib.py"),
        *("socketserver.py", "sqlite3", "tomli", "trace.py", "tracemalloc.py", "turtle.py"),
        *("unittest", "venv", "webbrowser.py", "wsgiref", "xmlrpc", "zipapp.py"),
    }
)
"""Modules of the standard library that nothing of ours imports, and that are large."""
_APART = ("assistants", "cli", "__main__.py", "registers.py", "spark.py", "spark", "cypher")
"""Of the program: what runs only in a terminal, beside an assistant or on a cluster."""
_PLAIN = (
    ".py",
    ".pyi",
    ".toml",
    ".json",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".csv",
    ".yaml",
    ".typ",
    ".ttf",
)


def pack_standard_library(source: Path) -> bytes:
    """The standard library as a ZIP of sources, without what the desk never imports."""
    packed = io.BytesIO()
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(packed, "w") as made:
        for name in sorted(given.namelist()):
            if name.partition("/")[0] not in _NOT_NEEDED and not name.endswith("/"):
                made.writestr(zipfile.ZipInfo(name), given.read(name))
    return packed.getvalue()


def pack_program() -> bytes:
    """The program and the libraries as a ZIP of sources and data, without what is compiled."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for name in ("govgraph", *LIBRARIES):
            folder = _folder(name)
            for path in sorted(folder.rglob("*")):
                inner = path.relative_to(folder)
                if path.suffix in _PLAIN and not (_is_apart(inner) and name == "govgraph"):
                    made.writestr(zipfile.ZipInfo(f"{name}/{inner.as_posix()}"), path.read_bytes())
        for name in ("templates", "data"):  # they stand at the top of the repository
            folder = _folder(f"govgraph.{name}")
            for path in sorted(folder.rglob("*")):
                if path.suffix in _PLAIN:
                    within = f"govgraph/{name}/{path.relative_to(folder).as_posix()}"
                    if within not in made.namelist():
                        made.writestr(zipfile.ZipInfo(within), path.read_bytes())
    return packed.getvalue()


def pack_folder(archive: bytes) -> bytes:
    """The files of a ZIP one behind the other, behind a list of their names and lengths."""
    with zipfile.ZipFile(io.BytesIO(archive)) as given:
        files = {name: given.read(name) for name in given.namelist()}
    listed = json.dumps([[name, len(content)] for name, content in files.items()]).encode()
    return b"".join((len(listed).to_bytes(4, "little"), listed, *files.values()))


def _is_apart(inner: Path) -> bool:
    return "__pycache__" in inner.parts or any(part in _APART for part in inner.parts)


def _folder(package: str) -> Path:
    """Where a package stands.

    Raises:
        SystemExit: it is not installed.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"the desk needs {package}: pip install 'govgraph[desk]'")
    return Path(next(iter(found.submodule_search_locations)))
