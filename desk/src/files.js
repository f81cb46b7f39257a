// Files in and out: read, handed to the browser to save, drawn as pixels, printed.

import { svgElement } from "./picture.js";

const PIXELS_AN_INCH = 150;
const POINTS_AN_INCH = 72;
const MOST_PIXELS = 12000;

/** The bytes of files, each with its name. */
export async function readFiles(files) {
  const list = [...files];
  const contents = await Promise.all(list.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return { names: list.map((file) => file.name), contents };
}

/** Hand a file to the browser, which saves it where its user wants it. */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A drawing as PNG, with as many pixels an inch as the command line's. */
export async function asPng(svg) {
  const [width, height] = svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/).slice(1).map(Number);
  const wanted = PIXELS_AN_INCH / POINTS_AN_INCH;
  const scale = Math.min(wanted, MOST_PIXELS / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(Math.round(width * scale), Math.round(height * scale));
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, image.width, image.height);
    context.drawImage(image, 0, 0, image.width, image.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Print sheets and nothing else; the browser offers to save them as PDF. */
export function print(pages) {
  document.getElementById("print")?.remove();
  const sheets = document.createElement("div");
  sheets.id = "print";
  sheets.append(...pages.map(svgElement));
  document.body.append(sheets);
  const { width, height } = sheets.firstElementChild.viewBox.baseVal;
  const paper = new CSSStyleSheet();
  paper.replaceSync(`@page { size: ${width}pt ${height}pt; margin: 0; }`);
  document.adoptedStyleSheets = [paper];
  window.print();
}
