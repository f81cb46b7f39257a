"""What `pyproject.toml` cannot say: the addresses, and the README as an index page shows it.

Both come from one setting, `HOME` in `govgraph/about.py`. While that is empty there is no address,
and what the README links to within the repository is told in words alone: on an index page a
relative link leads nowhere.
"""

import re
from pathlib import Path
from runpy import run_path

from setuptools import setup

ROOT = Path(__file__).parent
HOME = run_path(str(ROOT / "govgraph" / "about.py"))["HOME"]
PICTURE = re.compile(r"!\[([^\]]*)\]\((?!https?:)([^)]+)\)\n*")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#)([^)]+)\)")
COMMENT = re.compile(r"<!--.*?-->\n?")


def read_on_index(readme: str, home: str) -> str:
    """The README as it reads away from the repository: links absolute, or only their words."""
    readme = COMMENT.sub("", readme)
    if not home:
        return LINK.sub(r"\1", PICTURE.sub("", readme))
    pictures = PICTURE.sub(lambda found: f"![{found[1]}]({_address(home, found[2])})\n\n", readme)
    return LINK.sub(lambda found: _link(home, found[1], found[2]), pictures)


def _link(home: str, words: str, target: str) -> str:
    """A link to a page of the site; only its words where the site has no such page."""
    on_site = target.startswith("docs/")
    return f"[{words}]({_address(home, target)})" if on_site else words


def _address(home: str, target: str) -> str:
    """The page of the site that a file of `docs/` becomes."""
    page = re.sub(r"(?:README|index)\.md", "", target.removeprefix("docs/"))
    return f"{home}/{re.sub(r'[.]md(?=#|$)', '/', page)}"


if __name__ == "__main__":
    setup(
        long_description=read_on_index((ROOT / "README.md").read_text(encoding="utf-8"), HOME),
        long_description_content_type="text/markdown",
        project_urls={"Documentation": HOME, "Changelog": f"{HOME}/changelog/"} if HOME else {},
    )
