"""The words that papers on governance are read by: data, which a reader of English can extend."""

import re


def _listed(words: str) -> list[str]:
    """The words of a list that is written as people read one."""
    return words.split()


HEADS = _listed(
    "board trust partnership committee subcommittee sub-committee group subgroup sub-group "
    "cluster sub-cluster executive forum panel team council authority cabinet commission "
    "commissioner network assembly senate alliance consortium body taskforce agency "
    "department constabulary service association collaborative court directorate government "
    "ministry secretariat conference working-party college institute federation congress "
    "society"
)
"""What the name of a body ends in."""
PLURALS = {
    "bodies": "body", "authorities": "authority", "agencies": "agency", "assemblies": "assembly",
    "fora": "forum", "forums": "forum", "consortia": "consortium", "ministries": "ministry",
    "societies": "society", "parties": "party",
}  # fmt: skip
SMALL_HEADS = _listed(
    "board partnership committee subcommittee sub-committee group subgroup sub-group cluster "
    "sub-cluster forum panel network alliance consortium taskforce body team"
)
"""What a body may end in whose name is written small, with a word before it that says which."""
ALL = {*HEADS, *(f"{head}s" for head in HEADS), *PLURALS}
SMALL_ALL = {*SMALL_HEADS, *(f"{head}s" for head in SMALL_HEADS), "fora", "bodies"}
MODIFIERS = _listed(
    "multi-agency multiagency steering working task sub theme themed thematic chairs chair "
    "advisory strategic operational delivery management implementation scrutiny governing "
    "shadow youth schools coordinating co-ordinating commissioning safeguarding project "
    "programme executive stakeholder reference standing governance information policy quality "
    "finance audit risk cross-cutting priority action neighbourhood locality integrated "
    "consultative joint university oversight workforce district county area presidential "
    "administrative senate remuneration partnership board"
)
"""What may stand before such a word and tell which body it is."""
ALONE = ("subgroup", "sub-group", "cluster", "sub-cluster", "subcommittee", "sub-committee")
"""Small words that are bodies of the paper without another word before them."""
PLACES = _listed(
    "Office University City Borough County District House Bank Isle Department Ministry "
    "Secretary Diocese College Institute Society Court Chamber Federation Institution Royal"
)
"""Words before *of* that begin the name of an organisation; before others the name comes after."""
GENERIC = ("Cabinet", "Senate", "Assembly", "Executive", "Council", "Secretariat")
"""Bodies that a paper may call by one word and by no other name."""
OPENERS = frozenset(
    _listed(
        "the a an this each all both these those their its our any every that no other such your "
        "his her whose one either most many which some under in on at by from for with to and or "
        "if when where as while since before after until through within between about however "
        "therefore proposed new existing current various initial formal revised emerging former "
        "previous relevant statutory suitable non-executive draft establish establishing leader "
        "members member chair chairs director head following types questions minutes report terms "
        "role purpose structure development creation several few main whole key being another via "
        "per said"
    )
)
"""What a name does not begin with, though the word may be written with a capital."""
NOT_AFTER = re.compile(
    r"^(?:['’]s)?[ -](?:manager|member(?:s)? for|director|officer|leader|lead\b|advis[eo]r|plan\b|"
    r"strateg|agreement|priorit|objective|toolkit|handbook|chamber|tax\b|framework|action plan|"
    r"articles|act\b|bill\b|reforms?\b|guidance|governance (?:guide|framework)|standards\b)",
    re.IGNORECASE,
)
"""A name before one of these is that of a post, a plan or a law."""
COUNTS = {
    word: number
    for number, word in enumerate(
        _listed(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        ),
        start=2,
    )
}
KINDS = (
    ("chairs group", "chairs-group"), ("steering group", "steering-group"),
    ("working group", "working-group"), ("delivery group", "working-group"),
    ("task", "task-group"), ("strategic partnership", "strategic-partnership"),
    ("local partnership", "local-partnership"), ("safeguarding", "safeguarding-board"),
    ("scrutiny", "scrutiny"), ("management group", "management-group"),
    ("sub-committee", "committee"), ("subcommittee", "committee"), ("committee", "committee"),
    ("sub-cluster", "sub-cluster"), ("cluster", "sub-cluster"), ("advisory", "advisory-body"),
    ("cabinet", "cabinet"), ("forum", "forum"), ("fora", "forum"), ("network", "network"),
    ("board", "board"), ("partnership", "partnership"), ("executive", "executive"),
    ("team", "team"), ("group", "sub-group"), ("trust", "trust"), ("commissioner", "commissioner"),
    ("council", "council"),
)  # fmt: skip
"""Of what kind a body is by words of its name; the first that fits."""

SPEAKS_OF = {
    "accountability": (
        r"accountab|answerab|\banswers? (?:\w+ly )?to\b|responsible to\b|held? (?:[\w-]+ ){0,6}"
        r"to account\b|hold(?:s|ing)? [^.]{0,60} to account\b|partners account\b"
    ),
    "reporting": (
        r"\breport(?:s|ing|ed)?\b[^.]{0,90}\b(?:in)?to\b|\breporting\b|assurance|"
        r"\bfeeds? (?:back )?in(?:to| to)\b|\bescalat"
    ),
    "membership": (
        r"\bmember(?:s|ship)?\b|representat|represented|\bcompris|consists? of|made up of|"
        r"co-?opted|\bseats?\b|quor|\battendees|in attendance|\bnominat|\bappoint|"
        r"\bincludes?\b|\binvited\b"
    ),
    "chairing": r"\bchair(?:s|ed|ing|man|person|woman)?\b|\bconvenor\b|\bpresided\b",
    "establishing": (
        r"\bestablish|\bset(?:s|ting)? up\b|\bformed\b|\bformation\b|\bcreat(?:e|ed|es|ion)\b|"
        r"\bconvened?\b|inaugurat|\bshadow\b|statutory (?:board|footing)|\bconstitut|mobilis|"
        r"\bretain|\bbecome|\bknown as\b|\blaunch"
    ),
    "ending": (
        r"dissol|disband|\bcease|wound up|winding up|abolish|\breplac|supersed|subsum|"
        r"\bassume[sd]?\b"
        r"|\bends?\b|\bended\b|\bmerge"
    ),
    "delegation": r"delegat|\bremit\b|terms of reference|\bmandate|commissioned by|\bpowers\b",
    "structure": (
        r"sub-?[ -]?groups?\b|sub-?(?:committee|cluster)|\bdivided into\b|\bbeneath\b|"
        r"\bunder the\b|\bon behalf of\b|\bsits? (?:under|above|beneath|within)\b|delivery arm|"
        r"\bthematic group|\btheme group|\bstructures?\b|\bgovernance\b|\bled by\b|\bpart of\b"
    ),
    "oversight": (
        r"oversight|overse[ea]|\bmonitor|scrutin|\breviewed by\b|\bsubject to\b|\bdirects? the\b|"
        r"responsib\w+ (?:for|of)\b|\bmake sure\b|\bcarry out their role"
    ),
    "working together": (
        r"\blinks? (?:with|to|between|into)\b|\blinking\b|liais|relationship|two-way|"
        r"\binform(?:s|ed) "
        r"|\badvis(?:e|es|ory)\b|\bsupport(?:s|ed|ing)? (?:the|by|of)\b|facilitat|"
        r"\bworks? (?:closely |in "
        r"partnership )?with\b|\bwork(?:s|ing)? for\b|\bcollaborat|\bhosts?\b|\bhosted\b"
    ),
    "vacancy": r"vacan|to be (?:appointed|determined|confirmed|elected)|interim|designate|"
    r"\bacting\b",
}
"""What a sentence speaks of, and the words that say so."""
PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in SPEAKS_OF.items()}
WEIGHTY = ("accountability", "reporting", "ending")
"""What makes even a heading worth reading as a sentence."""
OF_WEIGHT = ("accountability", "reporting", "chairing")
"""Each of these in a sentence is a record of its own."""
