"""Builds the desk: one HTML file with the program, its Python and everything that it needs.

    npm ci --ignore-scripts --prefix desk
    python -m desk.build govgraph-desk.html

The file asks for nothing from anywhere. See docs/decisions/0077-the-desk.md.
"""

import argparse
import base64
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from desk.packing import pack_folder, pack_program, pack_standard_library

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
PYODIDE = MODULES / "pyodide"
MOST_BYTES = 13_000_000
"""How large the file may be: what a mail system and a shared drive still take."""


def build(target: Path) -> int:
    """Write the desk to a file, and give its size in bytes.

    Raises:
        SystemExit: the npm packages are not installed, or the file would be too large.
    """
    if not (PYODIDE / "pyodide.asm.wasm").is_file():
        sys.exit(f"it needs its npm packages: npm ci --ignore-scripts --prefix {HERE}")
    if not shutil.which("node"):
        sys.exit("it needs Node.js, which is not here")
    with tempfile.TemporaryDirectory() as folder:
        page = _page(_parts(Path(folder))).encode()
    if len(page) > MOST_BYTES:
        sys.exit(f"the desk has {len(page):,} bytes; the most is {MOST_BYTES:,}")
    target.parent.mkdir(parents=True, exist_ok=True)
    written = target.with_name(f".{target.name}.{os.getpid()}")
    written.write_bytes(page)
    written.replace(target)  # whole or not at all: several may build at once
    return len(page)


def _parts(folder: Path) -> dict[str, bytes]:
    """What the page unpacks when it starts, by name."""
    library, program = folder / "library.zip", folder / "program.zip"
    library.write_bytes(pack_standard_library(PYODIDE / "python_stdlib.zip"))
    program.write_bytes(pack_program())
    return {
        "main": _bundled("main.js"),
        "worker": _bundled("worker.js", "iife"),
        "word": _bundled("word.js"),
        "wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes(),
        "library": _compiled(library),
        "program": pack_folder(_compiled(program)),
    }


def _bundled(name: str, form: str = "esm") -> bytes:
    """A script with everything that it imports, made small."""
    command = [str(MODULES / ".bin" / "esbuild"), str(HERE / "src" / name)]
    options = ["--bundle", f"--format={form}", "--minify", "--charset=utf8", "--log-level=error"]
    options += [
        "--external:node:*",
        "--external:ws",
        "--define:import.meta.url=''",
        "--legal-comments=none",
    ]
    return subprocess.run([*command, *options], check=True, capture_output=True).stdout  # noqa: S603


def _compiled(source: Path) -> bytes:
    """A ZIP of Python with its modules compiled."""
    target = source.with_suffix(".compiled.zip")
    script = [str(HERE / "compile.mjs"), str(source), str(target)]
    subprocess.run(["node", *script], check=True, cwd=HERE)  # noqa: S603, S607
    return target.read_bytes()


def _page(parts: Mapping[str, bytes]) -> str:
    """The page, with its parts as blocks of data that no browser runs."""
    page = (HERE / "page.html").read_text(encoding="utf-8")
    style = (MODULES / "tabulator-tables/dist/css/tabulator_simple.min.css").read_text()
    style = style.partition("/*# sourceMappingURL")[0] + (HERE / "style.css").read_text()
    script = (HERE / "src" / "boot.js").read_text(encoding="utf-8")
    blocks = "".join(
        f'<script type="application/octet-stream" id="part-{name}">{_written(part)}</script>\n'
        for name, part in parts.items()
    )
    filled = {
        "STYLE_HASH": _hash(style),
        "SCRIPT_HASH": _hash(script),
        "STYLE": style,
        "SCRIPT": script,
        "PARTS": blocks,
    }
    for name, text in filled.items():
        page = page.replace(f"{{{{{name}}}}}", text)
    return page


def _written(part: bytes) -> str:
    return base64.b64encode(gzip.compress(part, 9, mtime=0)).decode("ascii")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def main() -> None:
    """Read the command line, build, and say how large the file is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", type=Path, nargs="?", default=Path("build/govgraph-desk.html"))
    target = parser.parse_args().target
    print(json.dumps({"file": str(target), "bytes": build(target)}))  # noqa: T201 - a tool


if __name__ == "__main__":
    main()
