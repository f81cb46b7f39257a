"""What govgraph costs, measured beside its peers in one run."""

from __future__ import annotations

import os

# Where Python may keep nothing that it has compiled, each program that is measured would compile
# the whole package first: half a second that no user waits for twice.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
