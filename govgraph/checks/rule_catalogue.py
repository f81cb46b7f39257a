"""Every rule there is, in the order of their codes; a new rule is one file and one line here."""

from govgraph.checks.check import Check
from govgraph.checks.rules import (
    accountability_cycle,
    broken_chain,
    chain_too_deep,
    chair_unsaid,
    deceptive_name,
    delegated_unanswered,
    dual_accountability,
    ends_before_it_starts,
    ex_officio_broken,
    idle_apex,
    interim_overdue,
    interlock,
    lists_disagree,
    locator_not_found,
    missing_representation,
    no_apex,
    no_chair,
    no_successor,
    one_for_several,
    orphaned_body,
    outlives_its_body,
    policy_broken,
    predecessor_remains,
    presumed_only,
    proposal_overdue,
    quote_not_found,
    seat_recorded_twice,
    self_accountability,
    self_scrutiny,
    several_apexes,
    shared_name,
    single_point_of_failure,
    skipped_tier,
    sources_disagree,
    span_too_wide,
    uncited,
    unknown_reference,
    vacant_seat,
    waiver_ended,
    waiver_unused,
)
from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words

CHECKS: tuple[Check, ...] = (
    orphaned_body.CHECK,
    broken_chain.CHECK,
    accountability_cycle.CHECK,
    self_accountability.CHECK,
    dual_accountability.CHECK,
    unknown_reference.CHECK,
    no_apex.CHECK,
    several_apexes.CHECK,
    skipped_tier.CHECK,
    single_point_of_failure.CHECK,
    chain_too_deep.CHECK,
    span_too_wide.CHECK,
    presumed_only.CHECK,
    idle_apex.CHECK,
    delegated_unanswered.CHECK,
    no_chair.CHECK,
    vacant_seat.CHECK,
    interim_overdue.CHECK,
    self_scrutiny.CHECK,
    interlock.CHECK,
    missing_representation.CHECK,
    ex_officio_broken.CHECK,
    shared_name.CHECK,
    deceptive_name.CHECK,
    seat_recorded_twice.CHECK,
    one_for_several.CHECK,
    chair_unsaid.CHECK,
    ends_before_it_starts.CHECK,
    outlives_its_body.CHECK,
    proposal_overdue.CHECK,
    no_successor.CHECK,
    predecessor_remains.CHECK,
    uncited.CHECK,
    locator_not_found.CHECK,
    sources_disagree.CHECK,
    lists_disagree.CHECK,
    quote_not_found.CHECK,
    policy_broken.CHECK,
    waiver_ended.CHECK,
    waiver_unused.CHECK,
)


def all_checks() -> tuple[Check, ...]:
    """Every rule there is, those that installed packages bring after govgraph's own."""
    from govgraph.checks.plugins import find_plugins

    return CHECKS + find_plugins()


def find_check(wanted: str) -> Check:
    """The rule with that code or name, case aside.

    Raises:
        SettingsError: no rule goes by it; the message offers the nearest.
    """
    for check in all_checks():
        if wanted.casefold() in {check.code.casefold(), check.name}:
            return check
    allowed = sorted(word for check in all_checks() for word in (check.code, check.name))
    close = nearest_words((wanted, wanted.upper(), wanted.casefold()), allowed)
    meant = f"; did you mean '{close[0]}'?" if close else ""
    raise SettingsError(f"no rule goes by '{wanted}'{meant} (`govgraph rules` lists them)")
