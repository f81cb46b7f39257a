"""Builds the site of these pages with Zensical, strict on every link and anchor.

uv run python -m docs.site           into build/site
uv run python -m docs.site FOLDER    into another folder

The pages are copied, with the changelog and real outputs beside them; what a page links to outside
`docs/` is told in words. Nothing of the site is fetched from anywhere when it is read.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docs.site_home import home
from docs.site_outputs import forms, write_outputs
from govgraph.about import HOME

DOCS = Path(__file__).parent
ROOT = DOCS.parent
BUILD = ROOT / "build" / "site"
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s#]*)(#[^)\s]*)?\)")
_FENCE = re.compile(r"(^ *```.*?^ *```$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)

Entry = str | dict[str, list[str]]
"""A page, or a section of pages."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Tutorials": ("tutorial", "tutorial-excel", "notebooks", "library"),
    "How-to guides": (
        "reading", "page", "paper", "sheet", "views", "themes", "change", "seats",
        "continuous-checks", "rules-of-your-own", "plugins", "mcp", "query", "scale", "graphviz",
        "congress", "how-to/*",
    ),
    "Reference": (
        "command-line", "questions", "format", "formats", "forms", "rules/*", "json", "api",
        "relations", "gallery", "licences", "changelog",
    ),
    "Explanation": ("architecture", "reliability", "mutation", "stability", "decisions/*"),
}  # fmt: skip
"""Each page by what it is for; one that nobody has put anywhere stands among the how-to guides."""


def main(target: Path) -> int:
    """Build the site; the exit code is Zensical's."""
    source = target.with_name(f"{target.name}-source")
    for folder in (source, target):
        shutil.rmtree(folder, ignore_errors=True)
    pages = dict(copied_pages())
    for name, text in pages.items():
        path = source / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(DOCS / "pictures", source / "docs" / "pictures")
    shutil.copy(DOCS / "gallery.ipynb", source / "docs")
    shutil.copy(DOCS / "site.css", source / "docs")
    write_outputs(source / "docs" / "outputs")
    (source / "zensical.toml").write_text(settings(pages), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=source, check=False, capture_output=True, text=True)  # noqa: S603 - our own
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
    else:
        (source / "site").rename(target)
        sys.stdout.write(f"{len(pages)} pages in {os.path.relpath(target)}\n")
    return done.returncode


def copied_pages() -> Iterator[tuple[str, str]]:
    """Each page of the site by its file, with links that hold there."""
    listed = {path.relative_to(DOCS).as_posix(): path for path in sorted(DOCS.rglob("*.md"))}
    names = {name: path for name, path in listed.items() if not name.startswith("examples/")}
    names["changelog.md"] = ROOT / "CHANGELOG.md"
    written = {"index.md": home(), "forms.md": forms(), "decisions/index.md": _decisions(names)}
    known = {_on_site(name) for name in (*names, *written)}
    for name, path in names.items():
        text = path.read_text(encoding="utf-8")
        yield _on_site(name), with_links(text, path.parent, _on_site(name), known)
    yield from written.items()


def with_links(text: str, folder: Path, page: str, known: set[str]) -> str:
    """A page with links as the site has them; what is not on it is told by its words alone."""

    def linked(found: re.Match[str]) -> str:
        picture, words, target, anchor = found.groups()
        if picture or not target or ":" in target:
            return found[0]
        there = Path(os.path.normpath(folder / target))
        name = "changelog.md" if there == ROOT / "CHANGELOG.md" else _within(there)
        if name not in known and not _is_copied(name):
            return words
        return f"[{words}]({os.path.relpath(name, Path(page).parent)}{anchor or ''})"

    parts = _FENCE.split(text)
    return "".join(part if at % 2 else _LINK.sub(linked, part) for at, part in enumerate(parts))


def settings(pages: Mapping[str, str]) -> str:
    """The settings of Zensical: no address but the one setting's, nothing from afar."""
    project = {
        "site_name": "govgraph",
        "site_description": "Who answers to whom: governance structures as graphs",
        **({"site_url": HOME} if HOME else {}),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "extra_css": ["site.css"],
    }
    lines = ["[project]", *(f"{key} = {json.dumps(value)}" for key, value in project.items())]
    lines.append(f"nav = {_navigation(pages)}")
    lines += [
        "[project.theme]",
        "font = false",
        'features = ["navigation.indexes", "navigation.tabs", "search.highlight"]',
        "[project.markdown_extensions.attr_list]",
        "[project.markdown_extensions.md_in_html]",
        "[project.markdown_extensions.tables]",
        "[project.markdown_extensions.toc]",
        "permalink = true",
        'slugify = { object = "pymdownx.slugs.slugify", kwds = { case = "lower" } }',
        "[project.markdown_extensions.pymdownx.superfences]",
        "[project.markdown_extensions.pymdownx.highlight]",
    ]
    return "\n".join(lines) + "\n"


def _navigation(pages: Mapping[str, str]) -> str:
    """The pages by section, as TOML; a folder is a section within."""
    placed = {name: [*_entries_of(parts, pages)] for name, parts in SECTIONS.items()}
    named = {"index.md"} | {page for listed in placed.values() for page in _flat(listed)}
    placed["How-to guides"] += sorted(set(pages) - named)
    return _as_toml(["index.md", *({name: listed} for name, listed in placed.items())])


def _entries_of(parts: tuple[str, ...], pages: Mapping[str, str]) -> Iterator[Entry]:
    for part in parts:
        folder, _, rest = part.partition("/")
        inside = [page for page in pages if rest and page.startswith(f"{folder}/")]
        if inside:
            listed = sorted(inside, key=lambda page: (not page.endswith("index.md"), page))
            yield {folder.capitalize().replace("How-to", "Contributing"): listed}
        elif f"{part}.md" in pages:
            yield f"{part}.md"


def _flat(listed: Iterable[Entry]) -> Iterator[str]:
    for each in listed:
        yield from [each] if isinstance(each, str) else each[next(iter(each))]


def _as_toml(value: Any) -> str:  # noqa: ANN401 - texts, lists and tables of one key
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_as_toml(value[key])}' for key in value)} }}"
    return f"[{', '.join(map(_as_toml, value))}]"


def _is_copied(name: str) -> bool:
    """Whether a file that is no page stands on the site: a picture, or the notebook."""
    return name.startswith("pictures/") or name == "gallery.ipynb"


def _within(path: Path) -> str:
    """A path as the site names it; nothing outside it."""
    if not path.is_relative_to(DOCS):
        return ""
    name = path.relative_to(DOCS).as_posix()
    return _on_site(f"{name}/README.md" if path.is_dir() else name)


def _on_site(name: str) -> str:
    return re.sub(r"(^|/)README\.md$", r"\1index.md", name)


def _decisions(names: Mapping[str, Path]) -> str:
    """The list of decisions, each by its heading."""
    rows = [
        f"- [{path.read_text(encoding='utf-8').partition('# ')[2].splitlines()[0]}]({path.name})"
        for name, path in names.items()
        if name.startswith("decisions/")
    ]
    return "\n".join(("# Decisions\n", "What somebody will ask about, and why it is so.\n", *rows))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else BUILD))
