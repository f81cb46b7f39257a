"""Libraries that come with an extra, imported when they are needed."""

from importlib import import_module
from typing import Any

from govgraph.errors import MissingExtraError


def import_extra(module: str, purpose: str, extra: str) -> Any:  # noqa: ANN401 - any module
    """The module, which is part of an extra.

    Raises:
        MissingExtraError: the extra is not installed; names the command that installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(purpose, extra) from error
