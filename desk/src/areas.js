// F6 goes from one area of the page to the next, as in Windows and Office: by Tab alone it would take
// hundreds of cells to leave the sheet.

const AREAS = ["#tools", ".about", "#sheet", "#beside", ".choices", "#picture", "#findings"];
const STOPS = "button:not(:disabled), input:not([hidden]), select, summary, [tabindex='0']";

/** The first thing in an area that the keyboard reaches, or nothing. */
function firstStop(area) {
  if (area.matches("[tabindex]")) return area;
  return [...area.querySelectorAll(STOPS)].find((stop) => stop.checkVisibility?.() ?? stop.offsetParent);
}

/** Go to the next area that has something in it, or to the one before; `intoSheet` finds its cell. */
export function goToArea(step, intoSheet) {
  const areas = AREAS.map((each) => document.querySelector(each));
  const from = areas.findIndex((area) => area.contains(document.activeElement));
  const count = areas.length;
  const start = from < 0 && step < 0 ? 0 : from;
  for (let n = 1; n <= count; n += 1) {
    const area = areas[(start + step * n + count * n) % count];
    if (area.id === "sheet") return intoSheet();
    const stop = firstStop(area);
    if (stop) return stop.focus();
  }
  return null;
}
