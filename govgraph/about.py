"""What this is called, which version it is, and where its pages can be read."""

VERSION = "0.2.0"
HOME = ""
"""The address under which the site of `docs/` is public, without a slash at its end.

Empty until there is one. The package's metadata, the links of its README on an index page and the
`helpUri` of SARIF are made from it, and from nothing else: no address is invented.
"""


def find_page(path: str) -> str:
    """The address of a page of the site, or nothing while there is no public site.

    >>> find_page("rules/orphaned-body/")
    ''
    """
    return f"{HOME}/{path}" if HOME else ""
