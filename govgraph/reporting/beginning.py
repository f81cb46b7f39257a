"""The first files of a structure, written where nothing else stands yet."""

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from govgraph.errors import OutputError, SettingsError
from govgraph.formats.first_file import Start, start_as_form, start_as_workbook, start_as_yaml
from govgraph.reporting.whole_files import make_folder, write_whole

_FILE = "structure.yaml"
_SHIPPED = {"data": "govgraph.data", "docs/examples/partnership": "govgraph.example"}
"""What ships with the program, by the folder of the repository in which it stands."""


def refuse_taken(target: Path) -> None:
    """Refuse a path at which something stands, an empty folder aside.

    Raises:
        OutputError: something does.
    """
    try:
        empty = target.is_dir() and not any(target.iterdir())
    except OSError as error:
        raise OutputError(f"{target} cannot be looked into: {error.strerror}") from error
    if os.path.lexists(target) and not empty:
        raise OutputError(f"{target} is already there; name something new")


def begin(target: Path, start: Start, *, form: bool = False) -> Path:
    """Write the first file of a structure, and give its path.

    Args:
        target: what to write.
        start: what is known so far.
        form: whether a workbook is one sheet to fill in, not a sheet for each table.

    Raises:
        OutputError: something stands there already, or it cannot be written.
        SettingsError: the suffix or the template is unknown.
    """
    refuse_taken(target)
    suffix = target.suffix.lower()
    if form:
        if suffix != ".xlsx":
            raise SettingsError(f"a form is a workbook: name it {target.stem or 'form'}.xlsx")
        write_whole(target, start_as_form(start))
        return target
    if suffix == ".xlsx":
        write_whole(target, start_as_workbook(start))
        return target
    if suffix not in {"", ".yaml", ".yml"}:
        raise SettingsError(f"a structure is begun as a folder, .yaml or .xlsx, not '{suffix}'")
    text = start_as_yaml(start)
    path = target if suffix else target / _FILE
    if not suffix:
        make_folder(target)
    write_whole(path, text)
    return path


def copy_papers(target: Path) -> int:
    """Copy what ships into `target`, where it stands in the repository, and count the files.

    The structures of real papers go to `data`, a paper of our own with its record to
    `docs/examples/partnership`, so that the examples of every command's help work.

    A file that is there already with the same content stays.

    Raises:
        OutputError: another file stands where one is to go, or one cannot be written.
    """
    papers = {
        target / folder / name: content
        for folder, package in _SHIPPED.items()
        for name, content in _files_of(package)
    }
    for path, content in papers.items():
        if os.path.lexists(path) and not (path.is_file() and path.read_bytes() == content):
            raise OutputError(f"{path} is already there, with other content; name another folder")
    for path, content in papers.items():
        make_folder(path.parent)
        if not path.exists():
            write_whole(path, content)
    return len(papers)


def _files_of(package: str) -> Iterator[tuple[str, bytes]]:
    """Each file that ships in a package of data, by its path, sorted."""
    folders: list[tuple[str, Traversable]] = [("", files(package))]
    while folders:
        within, folder = folders.pop()
        for each in sorted(folder.iterdir(), key=lambda each: each.name):
            path = f"{within}{each.name}"
            if each.is_dir() and not each.name.startswith(("_", ".")):
                folders.append((f"{path}/", each))
            elif each.is_file() and not each.name.endswith((".py", ".pyc")):
                yield path, each.read_bytes()
