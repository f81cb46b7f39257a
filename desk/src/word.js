// The paper as a Word file, from the same blocks, captions and numbers as the command line's.

import {
  AlignmentType, BorderStyle, Document, Footer, HeadingLevel, ImageRun, LineRuleType, Packer, PageNumber,
  PageOrientation, Paragraph, SimpleField, Table, TableCell, TableRow, TextRun, WidthType,
} from "docx";

const TWIPS_A_POINT = 20;
const PIXELS_A_POINT = 96 / 72;
const MARGIN = 51; // points: 18 mm
const CAPTION = 50;
const A4 = [595.28, 841.89];
const A3 = [841.89, 1190.55];
const LARGE = 800;
const INK = "1F3A5F";
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const twips = (points) => Math.round(points * TWIPS_A_POINT);

/** The bytes of the file; `asPng` draws a picture for whoever cannot show an SVG. */
export async function writeWord(paper, asPng) {
  const sections = [];
  let section = null;
  const begin = (size) => {
    section = { size, children: [] };
    sections.push(section);
  };
  begin(A4);
  section.children.push(
    new Paragraph({ text: paper.title, style: "Title" }),
    ...(paper.subtitle ? [new Paragraph({ text: paper.subtitle, style: "Subtitle" })] : []),
    new Paragraph({ text: paper.particulars }),
  );
  for (const [place, block] of paper.blocks.entries()) {
    if (block.is === "figure") {
      begin(pageFor(block));
      section.children.push(...(await figure(block, section.size, paper.labels, asPng)));
      continue;
    }
    if (section.size !== A4 || section.children.at(-1)?.isFigure) begin(A4);
    section.children.push(...written(block, paper, paper.blocks[place + 1]));
  }
  const whole = new Document({
    title: paper.title.slice(0, 255),
    subject: paper.particulars.slice(0, 255),
    creator: "govgraph",
    lastModifiedBy: "govgraph",
    styles: styles(paper.language),
    features: { updateFields: false },
    sections: sections.map((each) => asSection(each, paper.labels)),
  });
  return new Uint8Array(await (await Packer.toBlob(whole)).arrayBuffer());
}

/** The paper that a figure stands on, turned if the figure is wide. */
function pageFor({ width, height }) {
  const [short, long] = Math.max(width, height) > LARGE ? A3 : A4;
  return width > height ? [long, short] : [short, long];
}

function asSection({ size: [width, height], children }, labels) {
  const margin = twips(MARGIN);
  const wide = width > height;
  // The library turns a page that is said to lie on its side: it wants the upright one.
  const [across, down] = wide ? [height, width] : [width, height];
  return {
    properties: {
      page: {
        size: {
          width: twips(across),
          height: twips(down),
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: 567, footer: 567 },
      },
    },
    footers: {
      default: new Footer({
        children: [new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({
            children: [`${labels.page} `, PageNumber.CURRENT, ` ${labels.of} `, PageNumber.TOTAL_PAGES],
          })],
        })],
      }),
    },
    children,
  };
}

function written(block, { labels }, after) {
  if (block.is === "heading") return [new Paragraph({ text: block.text, heading: LEVELS[block.level - 1] })];
  if (block.is === "bullets") return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
  if (block.is === "table") return [caption(labels.table, block, true), table(block)];
  return [new Paragraph({ text: block.text, keepNext: after?.is === "table" })];
}

/** A caption whose number Word counts itself, for lists of tables and references. */
function caption(label, { number, caption: text }, keepNext) {
  return new Paragraph({
    style: "Caption",
    keepNext,
    children: [
      new TextRun(`${label} `),
      new SimpleField(` SEQ ${label} \\* ARABIC `, String(number)),
      new TextRun(`: ${text}`),
    ],
  });
}

function table({ headings, rows, widths, caption: says }) {
  const room = twips(A4[0] - 2 * MARGIN);
  const columns = widths.map((share) => Math.round(room * share));
  const row = (cells, isHead) => new TableRow({
    tableHeader: isHead,
    cantSplit: isHead || cells.every((texts) => texts.join("").length < 1200),
    children: cells.map((texts, n) => new TableCell({
      width: { size: columns[n], type: WidthType.DXA },
      shading: isHead ? { fill: "E7ECF2" } : undefined,
      children: texts.map((text) => new Paragraph({
        style: "TableText", keepNext: isHead, children: [new TextRun({ text, bold: isHead })],
      })),
    })),
  });
  const rule = (size, color) => ({ style: BorderStyle.SINGLE, size, color });
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  return new Table({
    altText: { title: says },
    width: { size: room, type: WidthType.DXA },
    columnWidths: columns,
    margins: { top: 24, bottom: 24, left: 80, right: 80 },
    borders: {
      top: rule(8, "808080"), bottom: rule(8, "808080"), left: none, right: none,
      insideHorizontal: rule(4, "BFBFBF"), insideVertical: none,
    },
    rows: [row(headings.map((text) => [text]), true), ...rows.map((cells) => row(cells, false))],
  });
}

async function figure(block, [width, height], labels, asPng) {
  const room = [width - 2 * MARGIN, height - 2 * MARGIN - CAPTION];
  const scale = Math.min(1, room[0] / block.width, room[1] / block.height) * PIXELS_A_POINT;
  const size = { width: Math.round(block.width * scale), height: Math.round(block.height * scale) };
  const name = `Figure ${block.number}`;
  const image = new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(block.svg),
    fallback: { type: "png", data: await asPng(block.svg) },
    transformation: size,
    altText: { name, title: name, description: block.alternative },
  });
  const told = caption(labels.figure, block, false);
  told.isFigure = true;
  return [new Paragraph({ style: "Figure", keepNext: true, children: [image] }), told];
}

function styles(language) {
  const heading = (size, before) => ({
    run: { size: size * 2, bold: true, color: INK, font: "Arial" },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  const own = (id, name, run, paragraph = {}) => ({ id, name, basedOn: "Normal", quickFormat: true, run, paragraph });
  return {
    default: {
      document: { run: { font: "Arial", size: 21, language: { value: language } }, paragraph: { spacing: { after: 120, line: 269, lineRule: LineRuleType.AUTO } } },
      title: { run: { size: 40, bold: true, color: INK, font: "Arial" }, paragraph: { spacing: { after: 80 } } },
      heading1: heading(15, 320),
      heading2: heading(12, 240),
      heading3: heading(11, 200),
    },
    paragraphStyles: [
      own("Subtitle", "Subtitle", { size: 26, color: INK }, { spacing: { after: 120 } }),
      own("Caption", "caption", { size: 19, bold: true, color: INK }, { spacing: { before: 160, after: 80 } }),
      own("TableText", "Governance Table Text", { size: 18 }, { spacing: { after: 20, line: 240, lineRule: LineRuleType.AUTO } }),
      own("Figure", "Governance Figure", {}, { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } }),
    ],
  };
}
