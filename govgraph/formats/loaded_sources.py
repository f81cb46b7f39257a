"""What a structure can be loaded from: a path, text, a mapping, rows of dicts."""

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from govgraph.errors import SettingsError
from govgraph.formats.limits import current_limits
from govgraph.model.structure import Structure

TEXT = "<text>"
"""What stands in a place for the name of a file where text was given."""


def read_source(source: Any) -> Structure:  # noqa: ANN401 - anything; what is no source is refused
    """The structure in a source.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: it is a register that cannot be read body by body, or no source at all.
    """
    from govgraph.formats.python_data import read_mapping, read_rows

    if isinstance(source, Structure):
        return source
    if isinstance(source, Mapping):
        return read_mapping(source)
    if isinstance(source, str) and ("\n" in source or source.lstrip().startswith("{")):
        from govgraph.formats.yaml_file import read_content

        return read_content(source.encode(), TEXT, current_limits())
    if isinstance(source, str) and not source.strip():
        raise SettingsError("the path of a structure is empty")
    if isinstance(source, str | PathLike):
        return _read_path(Path(fspath(source)))
    if isinstance(source, Iterable) and not isinstance(source, bytes | bytearray):
        return read_rows(source)
    if hasattr(source, "iterdir"):  # a file that ships in a package, perhaps in an archive
        from importlib.resources import as_file

        with as_file(source) as path:
            return _read_path(path)
    kind = type(source).__name__
    raise SettingsError(
        f"a structure is loaded from a path, text, a dict or rows of dicts, not from a {kind}"
    )


def _read_path(path: Path) -> Structure:
    from govgraph.formats.format_catalogue import read_structure
    from govgraph.formats.register.register_files import refuse_beyond_structures

    refuse_beyond_structures(path)
    return read_structure(path)
