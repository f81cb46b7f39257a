"""Every rule there is, in the order of their codes; a new rule is one file and one line here."""

from govgraph.checks.check import Check
from govgraph.checks.rules import self_accountability
from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words

CHECKS: tuple[Check, ...] = (self_accountability.CHECK,)


def find_check(wanted: str) -> Check:
    """The rule with that code or name, case aside.

    Raises:
        SettingsError: no rule goes by it; the message offers the nearest.
    """
    for check in CHECKS:
        if wanted.casefold() in {check.code.casefold(), check.name}:
            return check
    allowed = sorted(word for check in CHECKS for word in (check.code, check.name))
    close = nearest_words((wanted, wanted.upper(), wanted.casefold()), allowed)
    meant = f"; did you mean '{close[0]}'?" if close else ""
    raise SettingsError(f"no rule goes by '{wanted}'{meant} (`govgraph rules` lists them)")
