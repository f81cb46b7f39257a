"""The page's script is linted and typed as the browser gets it: its modules as one."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from govgraph.reporting.page.templates import LARGE, MODULES, UNPACK

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tests" / "html"
TEMPLATES = ROOT / "templates" / "html"
BIN = TOOLS / "node_modules" / ".bin"
SCRIPTS = {
    "page": [TEMPLATES / "explorer" / f"{name}.js" for name in MODULES],
    "unpack": [TEMPLATES / "explorer" / f"{name}.js" for name in UNPACK],
    "large": [TEMPLATES / "explorer" / f"{name}.js" for name in LARGE],
    **{path.stem: [path] for path in sorted(TEMPLATES.glob("*.js"))},
}
OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "lib": ["dom", "dom.iterable", "es2023"],
    "skipLibCheck": True,
    "target": "es2022",
    "types": [],
}

has_tools = pytest.mark.skipif(
    not shutil.which("node") or not (BIN / "tsc").exists(),
    reason="no TypeScript and eslint: run `npm ci` in tests/html",
)


def join(name: str, folder: Path) -> Path:
    """The modules of a script as one file, as long as it is in the repository."""
    texts = [path.read_text(encoding="utf-8") for path in SCRIPTS[name]]
    if len(texts) > 1:
        texts = ['"use strict";(async () => {', *texts, "})();"]
    made = folder / f"{name}.js"
    made.write_text("\n".join(texts), encoding="utf-8")
    return made


def run(*command: str | Path, given: str = "") -> str:
    """What a tool complains of."""
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, cwd=TOOLS
    )
    return done.stdout + done.stderr if done.returncode else ""


def lint(text: str) -> str:
    """What eslint says of a script."""
    return run(BIN / "eslint", "--max-warnings=0", "--stdin", "--stdin-filename=s.js", given=text)


@has_tools
@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_is_typed(name: str, tmp_path: Path) -> None:
    """No name is misspelt, nothing is called with what it does not take."""
    files = [str(join(name, tmp_path)), str(TOOLS / "page.d.ts")]
    config = tmp_path / "tsconfig.json"
    config.write_text(json.dumps({"compilerOptions": OPTIONS, "files": files}), encoding="utf-8")
    assert run(BIN / "tsc", "--project", config) == ""


@has_tools
@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_is_linted(name: str, tmp_path: Path) -> None:
    """Nothing is unused, undeclared or loosely compared."""
    assert lint(join(name, tmp_path).read_text(encoding="utf-8")) == ""


@has_tools
def test_a_misspelt_name_is_found(tmp_path: Path) -> None:
    """The tools look at all."""
    made = tmp_path / "bad.js"
    made.write_text("const known = 1; document.title = knwon;\n", encoding="utf-8")
    config = tmp_path / "tsconfig.json"
    files = [str(made), str(TOOLS / "page.d.ts")]
    config.write_text(json.dumps({"compilerOptions": OPTIONS, "files": files}), encoding="utf-8")
    assert "knwon" in run(BIN / "tsc", "--project", config)
    assert "knwon" in lint(made.read_text(encoding="utf-8"))


def test_every_module_is_part_of_a_page() -> None:
    """None is forgotten in the folder."""
    there = {path.stem for path in (TEMPLATES / "explorer").glob("*.js")}
    assert there == {*MODULES, *LARGE, *UNPACK}
