"""The words by which tables of members are read: data, which a reader of English can extend."""

import re
from enum import StrEnum


class Column(StrEnum):
    """What the cells of a column say of a member."""

    ROLE = "role"
    NAME = "name"
    POST = "post"
    ORGANISATION = "organisation"
    OTHER = ""


HEADINGS = (
    (
        Column.OTHER,
        (
            r"terms?\b|dates?\b|e-?mail|phone|tel\b|voting|votes?\b|deputy$|deputies|"
            r"notes?\b"
            r"|substitute|contact|from$|until|^appointed$|attendance|no\.?$|#|ward|party"
            r"|address|ends?\b"
        ),
    ),
    (
        Column.ORGANISATION,
        (
            r"organi[sz]ation|agency|\bbody\b|partner|represent(?:s|ing|ation)\b|"
            r"sector"
            r"|constituency|employer|authority|on behalf|nominated by|nominating|appointed by"
            r"|institution"
            r"|department|directorate|division|^schools?$"
        ),
    ),
    (
        Column.POST,
        (r"\bpost\b|\bjob\b|\btitle\b|designation|occupation|profession"),
    ),
    (
        Column.ROLE,
        (r"\brole\b|\bseat\b|capacity|membership|position|office\b|function"),
    ),
    (
        Column.NAME,
        (
            r"\bnames?\b|members?\b|representatives?\b|held by|holder|councillor|\bwho\b|"
            r"nominee"
            r"|appointee|trustee|governor|person|attendee"
        ),
    ),
)
"""What a heading says its column holds; the first that fits."""
ROLE = re.compile(
    r"^(?:the |interim |acting |independent |joint )?(?:(?:vice|deputy|co)[- ]?)?"
    r"chair(?:man|woman|person)?s?\b|^(?:ordinary |core |voting |full |lay |co-?opted |associate |"
    r"ex[- ]officio |statutory |non-?voting )*members?(?: of .*)?$|^(?:board |minute )?secretary$|"
    r"^observers?$|^(?:professional )?advis[eo]rs?$|^clerk$|^treasurer$|^in attendance$|"
    r"^co-?optee$",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(
    r"[\s,–-]*[(\[]?\b((?:interim |acting )?(?:(?:vice|deputy|co)[- ]?)?chair(?:man|woman|person)?)"
    r"[)\]]?\s*$",
    re.IGNORECASE,
)
VACANT = re.compile(
    r"^\(?(?:vacant|vacancy|vacancies|tbc|tba|to be (?:appointed|confirmed|agreed|advised|filled)"
    r"|currently vacant|position vacant|post vacant|awaiting (?:nomination|appointment)|none)\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"^(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Rev(?:erend)?d?|Sir|Dame|Lord|Lady"
    r"|Baroness|The Rev(?:d)?|Canon|Ald(?:erman)?|Supt|Superintendent|Inspector|"
    r"Ch(?:ief)? Supt)\b\.?",
)
TITLED = re.compile(rf"{TITLE.pattern}\s+[A-Z]")
PERSON = re.compile(r"^[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ]\.?|[a-z]{2,3}|[A-ZÀ-Þ][\w'’-]+)){1,4}$")
POST = re.compile(
    r"\b(?:director|head|manager|officer|executive|leader|lead|principal|superintendent|commander"
    r"|commissioner|teacher|headteacher|nurse|consultant|coordinator|co-ordinator|secretary|advisor"
    r"|adviser|inspector|portfolio|cabinet member|solicitor|accountant|professor|practitioner|gp\b"
    r"|governor|minister|registrar|dean|provost|president|chief|assistant|analyst|accounting)",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:council|police|constabulary|nhs|trust|schools?|college|university|association|service"
    r"|services|sector|group|groups|forum|partnership|board|agency|authority|commission|church"
    r"|diocese|committee|probation|fire|housing|community|voluntary|network|ccg|icb|ltd|department"
    r"|directorate|union|federation|charity|parents?|carers?|young people|residents?)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r"^(.*?)\s*(?:,|[–—-]\s|\()\s*(.*?)\)?$")
SPEAKS_OF_MEMBERS = re.compile(
    r"\bmembers?\b|membership|composition|attend|represent|appoint|\bseats?\b|trustees|governors",
    re.IGNORECASE,
)
