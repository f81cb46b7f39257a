// The structure as the page holds it, and what was packed apart to keep the page small.

const held = document.getElementById("structure-data");
const packed = held.type === "application/json" ? null : await inflate(held.textContent);
const data = packed ? packed.structure : JSON.parse(held.textContent);

// The sections and lists where they belong; what the pointer and this script read of the drawing.
function unpack({ pieces, marks, fits }) {
  for (const row of document.querySelectorAll("#who tr[id]")) row.removeAttribute("id");
  for (const place of document.querySelectorAll("[data-apart]")) place.outerHTML = pieces[place.dataset.apart];
  const groups = document.querySelectorAll(".sheet svg :is(.gg-body, .gg-finding, .gg-line, .gg-rim, .gg-scope)");
  for (const [number, [title, stands]] of marks.entries()) {
    Object.assign(groups[number].dataset, stands);
    if (!title) continue;
    const element = document.createElementNS(groups[number].namespaceURI, "title");
    element.textContent = title;
    groups[number].prepend(element);
  }
  const texts = document.querySelectorAll(".sheet .scroll > svg text");
  for (const [number, length] of fits.entries()) if (length) texts[number].setAttribute("textLength", length);
  // Where the address leads to one of the pieces, it leads there now.
  if (!returnToReadingPlace() && location.hash && !location.hash.includes("=")) location.replace(location.hash);
  keepReadingPlace();
}

if (packed) unpack(packed);
