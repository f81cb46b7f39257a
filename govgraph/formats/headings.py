"""What the columns of tables are called, however somebody has spelt it."""


def tidy_heading(heading: str) -> str:
    """A heading as a field is called: `Also known as` is `also_known_as`."""
    return "_".join(heading.strip().casefold().split())
