"""What installed packages bring, and the libraries of extras: found, and named when they fail.

A package of somebody else's is never skipped in silence, and whatever it raises is an error in
words that names the package: no traceback, exit 2.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

from govgraph.errors import GovgraphError, MissingExtraError, PluginError, SettingsError

Kind = TypeVar("Kind")


class Plugin(NamedTuple):
    """One thing that a package brings.

    Attributes:
        name: what the package calls it.
        owner: the package, or the file, that it comes from.
        value: where it stands, as `module:object`.
        found: the thing itself.
    """

    name: str
    owner: str
    value: str
    found: object


@cache
def find_plugins(group: str) -> tuple[Plugin, ...]:
    """What packages bring under an entry point, sorted by name.

    Raises:
        SettingsError: one cannot be loaded; the message names the package.
    """
    from importlib.metadata import entry_points

    found = []
    for entry in sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)):
        owner = entry.dist.name if entry.dist else entry.value
        try:
            found.append(Plugin(entry.name, owner, entry.value, entry.load()))
        except Exception as error:  # whatever a stranger's module raises is the stranger's
            raise SettingsError(f"'{entry.name}' of {owner} is broken: {error}") from error
    return tuple(found)


def find_of_kind(group: str, kind: type[Kind], what: str) -> tuple[tuple[Plugin, Kind], ...]:
    """What packages bring under an entry point, each of the right kind.

    Raises:
        SettingsError: one is not, or cannot be loaded.
    """
    found = []
    for plugin in find_plugins(group):
        if not isinstance(plugin.found, kind):
            raise SettingsError(f"'{plugin.name}' of {plugin.owner} is no {what}: {plugin.value}")
        found.append((plugin, plugin.found))
    return tuple(found)


@contextmanager
def blaming(owner: str, what: str) -> Iterator[None]:
    """Tell what a package raises as an error of that package.

    Raises:
        PluginError: something was raised that is not ours; says where.
    """
    try:
        yield
    except GovgraphError:
        raise
    except Exception as error:  # as above
        raise PluginError(f"{what} of {owner} failed: {_format(error)}") from error


def _format(error: Exception) -> str:
    """What was raised, and the last line of it that ran."""
    trace, place = error.__traceback__, ""
    while trace:
        place = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})"
        trace = trace.tb_next
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return told.replace("\n", " ") + place


def find_form(group: str, name: str) -> Plugin | None:
    """The form of output of that name that a package brings; None where none does."""
    return next((each for each in find_plugins(group) if each.name == name), None)


def make_form(plugin: Plugin, given: object) -> str | bytes:
    """What a form of output makes of what is given to it.

    Raises:
        PluginError: it failed, or gave neither text nor bytes.
    """
    what = f"the form '{plugin.name}'"
    with blaming(plugin.owner, what):
        made = plugin.found(given)  # type: ignore[operator]
    if not isinstance(made, str | bytes):
        raise PluginError(f"{what} of {plugin.owner} gave {type(made).__name__}, not text or bytes")
    return made


def import_extra(module: str, purpose: str, extra: str) -> Any:  # noqa: ANN401 - any module
    """The module, which is part of an extra.

    Raises:
        MissingExtraError: the extra is not installed; names the command that installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(purpose, extra) from error
