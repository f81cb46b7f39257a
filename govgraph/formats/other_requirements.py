"""Measuring a structure against requirements and rules that stand in files of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from govgraph.errors import SettingsError
from govgraph.formats.named_references import with_ids_for_names
from govgraph.model.requirements import PolicyRule
from govgraph.model.structure import Structure


def with_requirements_of(
    structure: Structure, others: Mapping[str, Structure], policy: Iterable[PolicyRule] = ()
) -> Structure:
    """The structure with the requirements of others in place of its own, and their rules too.

    Args:
        structure: what is measured.
        others: structures with requirements or policy, by the name of their file.
        policy: further rules.

    Raises:
        SettingsError: one of the others holds neither.
    """
    for path, other in others.items():
        if not other.requirements and not other.policy:
            raise SettingsError(f"{path} holds no requirement and no policy to measure against")
    if not others:
        return with_ids_for_names(replace(structure, policy=(*structure.policy, *policy)))
    # A source that both cite under one id is taken to be the same source.
    known = {source.id: source for other in others.values() for source in other.sources}
    known |= structure.source_by_id
    requirements = tuple(each for other in others.values() for each in other.requirements)
    rules = tuple(each for other in others.values() for each in other.policy)
    measured = replace(
        structure,
        requirements=requirements or structure.requirements,
        policy=(*structure.policy, *rules, *policy),
        sources=tuple(known.values()),
    )
    return with_ids_for_names(measured)
