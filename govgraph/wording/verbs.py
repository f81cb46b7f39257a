"""The number of a verb: a body whose name is a plural takes a plural verb."""

import re
from functools import lru_cache


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOUNS = _listed(
    "agency alliance area arrangement assembly association authority board body borough "
    "cabinet centre chair cluster college commission commissioner committee community "
    "conference consortium constabulary council councillor county court department director "
    "directorate district executive federation forum governor group head institute leader "
    "locality manager meeting member ministry neighbourhood network officer panel parish "
    "partner partnership party programme project provider representative school service "
    "society stream sub-cluster sub-committee sub-group subcluster subcommittee subgroup "
    "taskforce team trust trustee working-group working-party workstream "
)
"""What bodies are called, in the singular."""
_PLURALS = (
    *("fora", "consortia", "people", "they"),
    *(f"{noun}s" for noun in sorted(_NOUNS)),
    *(f"{noun[:-1]}ies" for noun in sorted(_NOUNS) if noun.endswith("y")),
)
AFTER_HEAD = r"(?s)(?: (?:of|with|for|in|on|to|at|from|by|within|under) |[,(:]).*"
"""What follows the words of a name that say what is named; alike for Python and for columns."""
_OF_SEVERAL = rf"(?:(?i:{'|'.join(_PLURALS)})|[A-Z]{{2,}}s)"
SEVERAL = rf"(?:^|\s){_OF_SEVERAL}\s*$|^\s*\d+\s+{_OF_SEVERAL}(?:\s|$)"
"""Where those words name several bodies."""
_BEFORE = r"\b(?:whom|what|how|whether|that|which|where|when|why|though|and)"
"""What stands before the subject of a clause."""
_VERBS = "is|has|was|does|answers|reports|supports|advises|makes|takes|sits|stands|meets|needs"
_ASKING = "Is|Has|Was|Does"
"""What a question begins with."""
_ANYBODIES = "QXs"
"""A name of several that no sentence has."""
_SELF = "(?: only)? to"
"""What stands between a verb and the body itself."""
_IRREGULAR = {"is": "are", "has": "have", "was": "were", "does": "do", "goes": "go"}
_SIBILANT = ("ches", "shes", "sses", "xes", "zzes")


@lru_cache(maxsize=4096)
def is_plural(name: str) -> bool:
    """Whether the name of a body is that of several.

    >>> [is_plural(name) for name in ("Local partnerships", "EIPs", "Leaders of the Councils")]
    [True, True, True]
    >>> [is_plural(name) for name in ("Association of Governors", "NHS", "Healthwatch Leeds")]
    [False, False, False]
    >>> is_plural("5 bodies shown as one"), is_plural("2 Shires Partnership")
    (True, False)
    """
    return re.search(SEVERAL, re.sub(AFTER_HEAD, "", name.strip(), count=1)) is not None


def agree_verb(verb: str, name: str) -> str:
    """What a body does, as its name asks: `answers to`, of several `answer to`.

    >>> agree_verb("is part of", "Steering groups"), agree_verb("supports", "Steering group")
    ('are part of', 'supports')
    >>> agree_verb("appoints and oversees", "The boards"), agree_verb("supplies", "EIPs")
    ('appoint and oversee', 'supply')
    """
    if not is_plural(name):
        return verb
    words = verb.split(" ")
    at = (0, 2) if words[1:2] == ["and"] and len(words) > 2 else (0,)  # noqa: PLR2004 - a second verb
    return " ".join(_several(word) if place in at else word for place, word in enumerate(words))


def agree_subject(text: str, name: str) -> str:
    """A text with the verbs that follow a name, where it is what a sentence is about, as it asks.

    >>> agree_subject("Agree to whom Steering groups answers.", "Steering groups")
    'Agree to whom Steering groups answer.'
    >>> agree_subject("A seat on Steering groups is vacant.", "Steering groups")
    'A seat on Steering groups is vacant.'
    >>> agree_subject("Is LSPs, which is part of it, held to account?", "LSPs")
    'Are LSPs, which are part of it, held to account?'
    >>> agree_subject("EIPs answers only to itself.", "EIPs")
    'EIPs answer only to themselves.'
    """
    if not name or name not in text or not is_plural(name):
        return text
    escaped = re.escape(name)
    asked = re.sub(rf"\b({_ASKING}) ({escaped})", _asked_of_several, text)
    return re.sub(
        rf"((?:(?:^|[.;:,] |{_BEFORE} ){escaped}|{escaped}, which)) ({_VERBS})\b({_SELF} itself)?",
        lambda found: f"{found[1]} {_several(found[2])}{_themselves(found[3])}",
        asked,
    )


def agree_gap(says: str, at: int) -> str:
    """A sentence with gaps for names, with the verbs that one gap asks for if it names several.

    >>> agree_gap("{} answers to {} directly.", 0), agree_gap("{} answers to {} directly.", 1)
    ('{} answer to {} directly.', '{} answers to {} directly.')
    """
    before, *after = says.split("{}")
    gaps = [_ANYBODIES if place == at else "{}" for place in range(len(after))]
    filled = before + "".join(gap + text for gap, text in zip(gaps, after, strict=True))
    return agree_subject(filled, _ANYBODIES).replace(_ANYBODIES, "{}")


def _asked_of_several(found: re.Match[str]) -> str:
    return f"{_several(found[1].lower()).capitalize()} {found[2]}"


def cut_name(text: str, name: str, slot: str) -> str:
    """A text with a slot for a name, so that what is said alike of one and of several is the same.

    >>> cut_name("Agree to whom Steering groups answer.", "Steering groups", "_")
    'Agree to whom _ answers.'
    >>> cut_name("Are Steering groups, which are part of it, new?", "Steering groups", "_")
    'Is _, which is part of it, new?'
    >>> cut_name("EIPs answer only to themselves.", "EIPs", "_")
    '_ answers only to itself.'
    """
    cut = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: slot, text)
    if cut == text or not is_plural(name):
        return cut
    mark, several = re.escape(slot), "|".join(_ONE)
    cut = re.sub(
        rf"({mark}(?:, which)?) ({several})\b({_SELF} themselves)?",
        lambda found: f"{found[1]} {_ONE[found[2]]}{_itself(found[3])}",
        cut,
    )
    asking = "|".join(verb.capitalize() for verb in _ONE)
    return re.sub(
        rf"\b({asking}) (?={mark})", lambda found: f"{_ONE[found[1].lower()].capitalize()} ", cut
    )


def pronoun_for(name: str, one: str = "it", several: str = "they") -> str:
    """What stands for a name in the rest of a sentence: `it`, of several `they`.

    >>> pronoun_for("Trust Board"), pronoun_for("Local partnerships", "its", "their")
    ('it', 'their')
    """
    return several if is_plural(name) else one


def format_tie(below: str, reads: str, above: str) -> str:
    """A relation between two names: `Steering groups support the Trust`."""
    return f"{below} {agree_verb(reads, below)} {above}"


def _themselves(tail: str | None) -> str:
    return (tail or "").replace("itself", "themselves")


def _itself(tail: str | None) -> str:
    return (tail or "").replace("themselves", "itself")


def _several(verb: str) -> str:
    """A verb of one as that of several."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(_SIBILANT):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


_ONE = {_several(verb): verb for verb in _VERBS.split("|")}
"""Each of these verbs of several, and as that of one."""
