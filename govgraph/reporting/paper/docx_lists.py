"""Bullets for a template that has never had a list: Word leaves out what was never used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_LIST = """\
<w:abstractNum {word} w:abstractNumId="{which}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>"""
_NUMBER = '<w:num {word} w:numId="{which}"><w:abstractNumId w:val="{kind}"/></w:num>'


def add_bullets(document: "Document", style: Any) -> None:  # noqa: ANN401 - python-docx's own
    """Give a paragraph style a bullet and a hanging indent."""
    from docx.oxml import parse_xml

    numbering = _numbering(document)
    kinds = numbering.findall(f"{{{numbering.nsmap['w']}}}abstractNum")
    kind = 1 + max((int(each.values()[0]) for each in kinds), default=0)
    # Word wants every kind of list before the first list.
    numbering.insert(len(kinds), parse_xml(_LIST.format(word=_WORD, which=kind)))
    which = 1 + max((each.numId for each in numbering.num_lst), default=0)
    numbering.append(parse_xml(_NUMBER.format(word=_WORD, which=which, kind=kind)))
    layout = style.element.get_or_add_pPr().get_or_add_numPr()
    layout.get_or_add_numId().val = which


def _numbering(document: "Document") -> Any:  # noqa: ANN401 - python-docx's own
    """The lists of a document, made if there are none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.parts.numbering import NumberingPart

    part = document.part
    try:
        known: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        empty = parse_xml(f"<w:numbering {_WORD}/>")
        name = PackURI("/word/numbering.xml")
        made = NumberingPart(name, _KIND, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return empty
    return known.element
