"""The JSON Schemas of what people write by hand, for editors."""

from typing import Annotated

import typer

from govgraph.cli.output import print_data


def schema(
    *,
    settings: Annotated[
        bool, typer.Option("--settings", help="The schema of govgraph.toml instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of the structure file, for editors.

    Example: govgraph schema > govgraph.schema.json
    """
    from govgraph.checks.settings_schema import build_settings_schema
    from govgraph.formats.json_schema import build_schema

    print_data(build_settings_schema() if settings else build_schema())
