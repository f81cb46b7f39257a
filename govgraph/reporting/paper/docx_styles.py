"""The Word styles of a paper: those that a template has, and ours where it has none."""

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


if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

TABLE = "Governance Table"
TABLE_TEXT = "Governance Table Text"
FIGURE = "Governance Figure"
TABLE_STYLE = f"""\
<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  w:type="table" w:customStyle="1" w:styleId="GovernanceTable">
<w:name w:val="{TABLE}"/><w:uiPriority w:val="99"/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:color="808080"/>
<w:bottom w:val="single" w:sz="8" w:color="808080"/>
<w:insideH w:val="single" w:sz="4" w:color="BFBFBF"/></w:tblBorders>
<w:tblCellMar><w:top w:w="24" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
<w:bottom w:w="24" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>
<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="808080"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/></w:tcPr></w:tblStylePr>
</w:style>"""
"""Rules and a grey heading that go with the look of any authority."""

_FONT, _INK = "Arial", "1F3A5F"
_SIZES = {
    "Normal": 10.5,
    "Title": 20,
    "Subtitle": 13,
    "Heading 1": 15,
    "Heading 2": 12,
    "Heading 3": 11,
    "Caption": 9.5,
}
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def prepare_styles(document: "Document", *, own: bool) -> None:
    """See that every style of the paper is there.

    Args:
        document: what is written into.
        own: whether the document is ours to set; a template's styles stay as they are.
    """
    _add_missing(document)
    if own:
        for name, size in _SIZES.items():
            _set(_style(document, name), name, size)
        _tighten(_style(document, "List Bullet"))
    _add_ours(document)


def table_style(document: "Document") -> str:
    """The style for tables: a template's own one of our name, its default, or ours."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml

    styles = document.styles
    if any(style.name == TABLE for style in styles):
        return TABLE
    default = styles.default(WD_STYLE_TYPE.TABLE)
    if default is not None and default.name and default.name != "Normal Table":
        return str(default.name)
    styles.element.append(parse_xml(TABLE_STYLE))
    return TABLE


def _style(document: "Document", name: str) -> "ParagraphStyle":
    from docx.styles.style import ParagraphStyle

    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - for the type checker alone
    return style


def _add_missing(document: "Document") -> None:
    """The styles built into Word that a template may have left out."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    known = {style.name for style in document.styles}
    for name in (*_SIZES, "List Bullet", "Footer"):
        if name in known:
            continue
        added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        if name == "List Bullet":
            add_bullets(document, added)
        if name.startswith(("Heading", "Caption")):
            added.paragraph_format.space_before = Pt(12)
            added.paragraph_format.space_after = Pt(4)
        if name.startswith("Heading"):
            added.paragraph_format.keep_with_next = True
            _set_outline(added, int(name[-1]))
        if name in _SIZES and name != "Normal":
            added.font.size = Pt(_SIZES[name])
            added.font.bold = name.startswith(("Heading", "Title"))


def _add_ours(document: "Document") -> None:
    """The styles that are the paper's own, each made of the template's normal text."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    known = {style.name for style in document.styles}
    for name in (TABLE_TEXT, FIGURE):
        if name in known:
            continue
        added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = document.styles["Normal"]
        added.paragraph_format.space_before = added.paragraph_format.space_after = Pt(0)
        added.paragraph_format.first_line_indent = added.paragraph_format.left_indent = Pt(0)
        added.paragraph_format.line_spacing = 1.0
        if name == TABLE_TEXT:
            added.font.size = Pt(9)
        else:
            added.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
            added.paragraph_format.keep_with_next = True


def _set(style: "ParagraphStyle", name: str, size: float) -> None:
    """Our own look, where no template gives one."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in _THEMED:
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    layout = style.paragraph_format
    layout.space_after = Pt(5)
    if name == "Normal":
        layout.line_spacing = 1.05
        return
    style.font.italic, style.font.bold = False, name != "Subtitle"
    style.font.color.rgb = RGBColor.from_string(_INK)
    layout.keep_with_next = True
    layout.space_before = Pt({"Heading 1": 14, "Heading 2": 9, "Caption": 6}.get(name, 4))
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _tighten(style: "ParagraphStyle") -> None:
    """A list whose entries stand close together."""
    from docx.shared import Pt

    style.paragraph_format.space_after = Pt(2)


def _set_outline(style: "ParagraphStyle", level: int) -> None:
    """Make a heading one for the navigation pane, too."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    style.element.get_or_add_pPr().append(outline)
