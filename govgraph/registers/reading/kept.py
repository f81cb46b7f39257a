"""Columns worked out once, and kept where those of the register are: in memory or in files."""

from __future__ import annotations

from functools import cached_property, wraps
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Value = TypeVar("Value", bound=np.generic)


class Keeper(Protocol):
    """Whoever says where a column is kept."""

    def keep(self, column: NDArray[Value], /) -> NDArray[Value]:
        """The same column, where it is kept."""
        ...


Owner = TypeVar("Owner", bound=Keeper)


def kept(make: Callable[[Owner], NDArray[Value]]) -> cached_property[NDArray[Value]]:
    """A property that is such a column."""

    @wraps(make)
    def keep(owner: Owner) -> NDArray[Value]:
        return owner.keep(make(owner))

    return cached_property(keep)
