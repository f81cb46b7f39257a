"""The forms in which findings are told; a new form is one line here and one function."""

import json
from collections.abc import Callable
from importlib import import_module

from govgraph.checks.runner import Findings
from govgraph.errors import SettingsError

FORMS = {
    "jsonl": "govgraph.reporting.findings.lines:findings_as_json_lines",
    "sarif": "govgraph.reporting.findings.sarif:findings_as_sarif",
    "junit": "govgraph.reporting.findings.junit:findings_as_junit",
    "github": "govgraph.reporting.findings.lines:findings_as_github",
    "csv": "govgraph.reporting.findings.lines:findings_as_csv",
    "markdown": "govgraph.reporting.findings.lines:findings_as_markdown",
}
"""Each form and the function that tells it, imported when it is asked for."""


def tell_findings(
    findings: Findings, form: str, width: int | None = None, *, each: bool = False
) -> str:
    """Findings in one form, as text without a line feed at its end.

    Args:
        findings: what was found.
        form: `text`, `json` or one of `FORMS`.
        width: for `text`, how many columns a line may fill.
        each: for `text`, whether to tell each by itself, not alike ones together.

    Raises:
        SettingsError: only registers are told in that form.
    """
    if form == "text":
        from govgraph.reporting.findings.as_text import findings_as_text

        return findings_as_text(findings, width, each=each)
    if form == "json":
        from govgraph.reporting.findings.as_json import findings_as_data

        return json.dumps(findings_as_data(findings), ensure_ascii=False, indent=2)
    if form not in FORMS:
        raise SettingsError(f"'{form}' is for registers; of a structure, take jsonl or csv")
    module, _, name = FORMS[form].partition(":")
    tell: Callable[[Findings], str] = getattr(import_module(module), name)
    return tell(findings)
