"""Whether what the desk is built from is here."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BUNDLED = ROOT / "desk" / "node_modules" / "pyodide" / "pyodide.asm.wasm"

HAS_PARTS = _BUNDLED.is_file() and shutil.which("node") is not None
NO_PARTS = (
    "the desk's npm packages or Node.js are not installed: npm ci --ignore-scripts --prefix desk"
)
