"""The JSON Schema of the structure file, for editors."""

from govgraph.cli.output import print_data


def schema() -> None:
    """Print the JSON Schema of the structure file, for editors.

    Example: govgraph schema > govgraph.schema.json
    """
    from govgraph.formats.schema import build_schema

    print_data(build_schema())
