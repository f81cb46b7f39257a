"""What the words of other formats for a role mean here, where they mean one of ours."""

from govgraph.model.names import normalise
from govgraph.model.seats import Role

_WORDS = {
    Role.CHAIR: ("chair", "chairman", "chairwoman", "chairperson"),
    Role.CO_CHAIR: ("co chair", "cochair", "cochairman", "co chairman", "co chairwoman"),
    Role.VICE_CHAIR: (
        "vice chair", "vice chairman", "vice chairwoman", "vice chairperson", "deputy chair",
    ),
    Role.MEMBER: ("member",),
    Role.ADVISER: ("adviser", "advisor"),
    Role.OBSERVER: ("observer",),
    Role.SECRETARY: ("secretary",),
    Role.LEAD_OFFICER: ("lead officer",),
}  # fmt: skip
_MEANT = {word: role for role, words in _WORDS.items() for word in words}


def role_of(words: str) -> tuple[Role, str]:
    """The role that some words say, and the words themselves where they say more than it.

    >>> role_of("Chairwoman"), role_of("Ranking Member")
    ((<Role.CHAIR: 'chair'>, ''), (<Role.MEMBER: 'member'>, 'Ranking Member'))
    """
    role = _MEANT.get(normalise(words))
    if role is None:
        return Role.MEMBER, words
    return role, ""
