"""Which rules are run, and how grave what they find is: as asked for, and as the settings say."""

from collections.abc import Iterable, Mapping, Sequence

from govgraph.checks.check import Check
from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import all_checks, find_check, format_why_not
from govgraph.errors import SettingsError


def choose_rules(
    known: Iterable[str], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Check, ...]:
    """The rules to run, in the order of their codes.

    Args:
        known: the codes of the rules that can be run.
        select: codes, beginnings of codes (`GG1`) or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.

    Raises:
        SettingsError: a rule named goes by no such code or name, or cannot be run.
    """
    chosen = possible = frozenset(known)
    if select:
        chosen &= find_codes(select)
        for name in select:
            if not possible & (codes := find_codes([name])):
                why = format_why_not(find_check(min(codes)))
                raise SettingsError(
                    f"'{name}' is not for registers, which are checked by {min(possible)} to "
                    f"{max(possible)} alone{f': {why}' if why else ''}"
                )
    chosen -= find_codes(ignore)
    return tuple(check for check in all_checks() if check.code in chosen)


def names_rules(name: str) -> bool:
    """Whether a rule goes by that code or name, or its code begins so."""
    return any(
        _begins(check, name) or name.casefold() in {check.code.casefold(), check.name}
        for check in all_checks()
    )


def read_severities(severities: Mapping[str, Severity] | None) -> Mapping[str, Severity]:
    """How grave rules are to be, by code, of what names them by code or name.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    return {find_check(name).code: severity for name, severity in (severities or {}).items()}


def grade(check: Check, found: Severity, wanted: Mapping[str, Severity]) -> Severity:
    """How grave a finding is: as the settings say, but one its rule softened is not raised."""
    severity = wanted.get(check.code, found)
    return min(severity, found) if found < check.severity else severity


def find_codes(names: Sequence[str]) -> frozenset[str]:
    """The codes of the rules named, each by code, beginning of a code, or name."""
    codes: set[str] = set()
    for name in names:
        begun = {check.code for check in all_checks() if _begins(check, name)}
        codes |= begun or {find_check(name).code}
    return frozenset(codes)


def _begins(check: Check, name: str) -> bool:
    """Whether `name` is the beginning of the rule's code, such as `GG1`."""
    return name.upper().startswith("GG") and check.code.startswith(name.upper())
