"""YAML files and their standard form."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from govgraph.formats.files import is_folder, list_files, read_bytes
from govgraph.formats.problems import Problems, visible
from govgraph.formats.yaml_file import SUFFIXES
from govgraph.formats.yaml_form import standard_form


@dataclass(frozen=True, slots=True)
class Formed:
    """A file as it is, and in its standard form."""

    path: Path
    before: bytes
    after: str

    @property
    def differs(self) -> bool:
        """Whether it is not in its standard form."""
        return self.before != self.after.encode()

    def as_diff(self) -> str:
        """What would change, line by line."""
        name = visible(str(self.path))
        before = self.before.decode("utf-8", "replace").splitlines()
        lines = difflib.unified_diff(
            before, self.after.splitlines(), name, f"{name} (standard form)", lineterm=""
        )
        return "\n".join(lines)


def form_files(paths: Iterable[Path]) -> tuple[Formed, ...]:
    """Each file, and those of each folder, in its standard form; nothing is written.

    Raises:
        LoadError: a file cannot be read; carries every problem.
        MissingExtraError: the extra `fmt` is not installed.
    """
    problems = Problems()
    files = [file for path in paths for file in _files(path, problems)]
    contents = {file: read_bytes(file, problems) for file in files}
    problems.raise_if_any()
    return tuple(
        Formed(file, content, standard_form(content, visible(str(file))))
        for file, content in contents.items()
        if content is not None
    )


def _files(path: Path, problems: Problems) -> list[Path]:
    """The file itself, or the YAML files of a folder."""
    return list_files(path, SUFFIXES, problems) if is_folder(path) else [path]
