"""The documentation page of each rule, made from its docstring."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govgraph.checks.check import Check
from govgraph.checks.rule_catalogue import format_why_not

PARTS = ("What it finds", "Why it matters", "How to put it right", "Bad", "Good")
"""The parts of every page, in this order."""
_EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one rule.

    Attributes:
        first: its first sentence.
        parts: the text of each of `PARTS`.
    """

    first: str
    parts: Mapping[str, str]

    @property
    def bad(self) -> str:
        """The structure in which the rule finds something."""
        return _example(self.parts["Bad"])

    @property
    def good(self) -> str:
        """The same structure put right."""
        return _example(self.parts["Good"])


def read_page(check: Check) -> Page:
    """The page of a rule, taken apart."""
    first, *parts = re.split(r"^## ", check.documentation.strip(), flags=re.MULTILINE)
    titled = (part.partition("\n") for part in parts)
    return Page(first.strip(), {title: text.strip() for title, _, text in titled})


def write_page(check: Check) -> str:
    """The page of a rule in Markdown, with its code, its name and how grave it is."""
    facts = f"`{check.code}` · {check.severity} unless the structure's policy says otherwise"
    if why_not := format_why_not(check):
        facts += f" · of structures alone: {why_not}"
    return f"# {check.name}\n\n{facts}\n\n{check.documentation.strip()}\n"


def write_pages(checks: Sequence[Check]) -> Mapping[str, str]:
    """Every page of the manual of rules under the name of its file, with a list of them all."""
    rows = "".join(
        f"| {check.code} | [{check.name}]({check.name}.md) | {check.summary} | {check.severity} |\n"
        for check in checks
    )
    contents = (
        "# What govgraph checks\n\n"
        "Each rule has a permanent code and a name; either is accepted wherever one is asked for. "
        "`govgraph rule NAME` shows its page in the terminal.\n\n"
        "| code | name | finds | default |\n|---|---|---|---|\n" + rows
    )
    pages = {f"{check.name}.md": write_page(check) for check in checks}
    return {"README.md": contents, **pages}


def _example(text: str) -> str:
    """The YAML of the example in a part of a page."""
    found = _EXAMPLE.search(text)
    return found[1] if found else ""
