"""The forms in which findings are told; a new form is one line here and one function.

Packages bring others under the entry point `govgraph.findings`: a function of `Findings` that gives
text, named as `--format` names it.
"""

import json
from collections.abc import Callable
from importlib import import_module

from govgraph.checks.runner import Findings
from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words
from govgraph.plugins import find_form, find_plugins, make_form

FORMS = {
    "jsonl": "govgraph.reporting.findings.findings_lines:findings_as_json_lines",
    "sarif": "govgraph.reporting.findings.sarif:findings_as_sarif",
    "junit": "govgraph.reporting.findings.junit:findings_as_junit",
    "github": "govgraph.reporting.findings.findings_lines:findings_as_github",
    "csv": "govgraph.reporting.findings.findings_lines:findings_as_csv",
    "markdown": "govgraph.reporting.findings.findings_lines:findings_as_markdown",
}
"""Each form and the function that tells it, imported when it is asked for."""
GROUP = "govgraph.findings"


def render_findings(
    findings: Findings, form: str, width: int | None = None, *, each: bool = False
) -> str:
    """Findings in one form, as text without a line feed at its end.

    Args:
        findings: what was found.
        form: `text`, `json` or one of `FORMS`.
        width: for `text`, how many columns a line may fill.
        each: for `text`, whether to tell each by itself, not alike ones together.

    Raises:
        SettingsError: nothing is told in that form, or only registers are.
        PluginError: the form is somebody else's, and failed.
    """
    if form == "text":
        from govgraph.reporting.findings.findings_as_text import findings_as_text

        return findings_as_text(findings, width, each=each)
    if form == "json":
        from govgraph.reporting.findings.findings_as_json import findings_as_data

        return json.dumps(findings_as_data(findings), ensure_ascii=False, indent=2)
    if form not in FORMS:
        return _render_as_others(findings, form)
    module, _, name = FORMS[form].partition(":")
    tell: Callable[[Findings], str] = getattr(import_module(module), name)
    return tell(findings)


def _render_as_others(findings: Findings, form: str) -> str:
    """Findings in a form that an installed package brings."""
    if form == "parquet":
        raise SettingsError(f"'{form}' is for registers; of a structure, take jsonl or csv")
    plugin = find_form(GROUP, form)
    if plugin is None:
        raise refuse_form(form)
    told = make_form(plugin, findings)
    return (told if isinstance(told, str) else told.decode("utf-8", "replace")).rstrip("\n")


def refuse_form(form: str) -> SettingsError:
    """That nothing is told in a form, with those that there are and what was probably meant."""
    known = [
        "text",
        "json",
        *FORMS,
        "xlsx",
        "parquet",
        *(each.name for each in find_plugins(GROUP)),
    ]
    close = nearest_words((form,), sorted(known))
    meant = f"; did you mean '{close[0]}'?" if close else ""
    return SettingsError(f"findings have no form '{form}'{meant} (allowed: {', '.join(known)})")
