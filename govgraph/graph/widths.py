"""How wide numbers of rows are: 32 bits, and 64 only where there are more rows than those say."""

import numpy as np

NARROW = np.dtype(np.int32)
MOST = int(np.iinfo(NARROW).max)
"""Rows that narrow numbers can say."""


def number_type(count: int) -> np.dtype[np.signedinteger]:
    """The type of a column of numbers of so many rows."""
    return NARROW if count <= MOST else np.dtype(np.int64)
