"""Loads what only structures are asked."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.model.structure import Structure


def load_structure(path: Path) -> "Structure":
    """The structure at a path, for commands that mean nothing to a register.

    What `check` takes for a register is none here, however small it is: one folder is one thing.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: it is a register.
    """
    from govgraph import api
    from govgraph.formats.register.files import refuse_register

    refuse_register(path)
    return api.load(path)
