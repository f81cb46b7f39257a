"""What several findings of one rule are called together on a sheet, in plain words."""

HEADINGS = {
    "accountability-cycle": "Answer to one another in a ring",
    "broken-chain": "The chain stops short of anywhere accountability may end",
    "broken-chain, cycle": "The chain runs into a ring and ends nowhere",
    "broken-chain, ended": "The chain stops at something that has ended",
    "broken-chain, nobody above it": "The chain stops at a body that answers to nobody",
    "broken-chain, proposed only": "The chain stops at something that is only proposed",
    "broken-chain, unknown": "The chain stops at a body that is not recorded",
    "chain-too-deep": "Many steps below the top",
    "chair-unsaid": "Nothing says who chairs them",
    "deceptive-name": "A name that is not written as it looks",
    "delegated-unanswered": "Exercise what is delegated to them, and do not answer for it",
    "dual-accountability": "Answer to more than one body",
    "dual-accountability, intended": "Answer to more than one body, by intention",
    "ends-before-it-starts": "End before they begin",
    "ex-officio-broken": "A seat depends on a post that nobody holds",
    "idle-apex": "Accountability may end there, and nobody answers to them",
    "interim-overdue": "An interim holder is still there",
    "interlock": "The same person sits on both sides of a line",
    "lists-disagree": "Two membership lists name different partners",
    "lists-disagree, nobody in common": "Two membership lists have no partner in common",
    "lists-disagree, one holds the other": "One membership list names more partners than another",
    "locator-not-found": "The place cited is not in the source",
    "quote-not-found": "The words quoted are not in the source",
    "missing-representation": "No seat is recorded for somebody who ought to have one",
    "missing-representation, no membership recorded": "No membership is recorded",
    "missing-representation, perhaps under another name": "Perhaps there under another name",
    "no-apex": "Accountability ends nowhere",
    "no-chair": "Nobody is recorded in the chair",
    "no-successor": "Ended, while others still answer to it",
    "one-for-several": "One person or seat stands for several partners",
    "orphaned-body": "Answer to nobody",
    "orphaned-body, isolated": "Answer to nobody, and nothing ties them to others",
    "orphaned-body, linked only": "Linked to others, but answer to nobody",
    "orphaned-body, nobody above it": "Answered to by others, but answer to nobody",
    "orphaned-body, part-of only": "Part of another body; no line of account is stated",
    "outlives-its-body": "A relation or seat outside the life of its body",
    "policy-broken": "Break a rule of the structure's own",
    "predecessor-remains": "Still there beside the body that took over",
    "presumed-only": "The chain holds only through steps that no source states",
    "proposal-overdue": "Still only proposed after the date set",
    "seat-recorded-twice": "The same seat is recorded twice",
    "self-accountability": "Answer to themselves",
    "self-scrutiny": "Chaired by whoever chairs the body above",
    "several-apexes": "Accountability ends in more than one place",
    "shared-name": "Spelt nearly alike",
    "single-point-of-failure": "Others depend on them for their last line",
    "skipped-tier": "A line past the body between",
    "sources-disagree": "Two sources say different things",
    "span-too-wide": "Many answer to them directly",
    "uncited": "No source is cited",
    "unknown-reference": "Name something that is not in the file",
    "vacant-seat": "A seat is vacant",
    "waiver-ended": "A waiver whose time is over",
    "waiver-unused": "A waiver that covers nothing",
}


def heading(name: str, variant: str) -> str:
    """What findings of one rule and variant are called together.

    A rule of somebody else's goes by its own name.
    """
    spelt = name.replace("-", " ").capitalize()
    return HEADINGS.get(f"{name}, {variant}") or HEADINGS.get(name) or spelt
