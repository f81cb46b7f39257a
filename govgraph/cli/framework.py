"""The one door to click, which typer brings inside itself and changes as it likes.

typer gives away no more of it than it must: its errors are found here as what `BadParameter` is
made of, so that neither a copy within typer nor a click beside it is imported by name.
"""

# ruff: noqa: PLC0414 - a door: what is imported here is imported from here
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup as TyperGroup

if TYPE_CHECKING:
    from typer._click import ClickException as ClickException
    from typer._click import Command as Command
    from typer._click import Context as Context
    from typer._click.exceptions import UsageError as UsageError
else:
    (UsageError,) = typer.BadParameter.__bases__
    (ClickException,) = UsageError.__bases__


def was_typed(context: typer.Context, option: str) -> bool:
    """Whether an option stands on the command line, and not in the environment or nowhere."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"
