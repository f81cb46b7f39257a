"""Beneficial Ownership Data Standard, versions 0.1 to 0.4 (standard.openownership.org).

Entities, and people who own or control one, become bodies. Owning is not answering: an interest
becomes `owned_or_controlled_by`, a declared kind of relation that makes no line of account. See
docs/decisions/0013-ownership-is-no-line-of-account.md.
"""

from pathlib import Path

from govgraph.formats.account import Account
from govgraph.formats.bods_importing import Ownership
from govgraph.formats.bods_statements import count_statements
from govgraph.formats.importing import read_json
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems


def read_file(path: Path, limits: Limits) -> Account:
    """The structure of ownership and control that a file of statements describes.

    Of several statements of one record the latest holds; a closed record has ended.

    Raises:
        LoadError: the file cannot be read, is no JSON, or holds no statements.
    """
    problems = Problems(limits)
    importing, root = read_json(path, problems)
    statements = count_statements(importing, root)
    if not statements:
        message = "holds no statements of the Beneficial Ownership Data Standard"
        importing.reading.reject(root, message)
        problems.raise_if_any()
    return Ownership(importing, statements).account()
