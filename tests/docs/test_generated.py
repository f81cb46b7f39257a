"""The generated pages and pictures of docs/ are what the tool makes today."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_generated_pages_are_up_to_date() -> None:
    """`python -m docs.make` would change nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "docs.make", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"COLUMNS": "80", "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
