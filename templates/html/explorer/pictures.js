// The drawing of the page's own day, and that of every day, which the page holds packed.

const ownDrawing = svg;
let everyDay = null;

async function unpackEveryDay() {
  if (everyDay) return;
  const holder = document.createElement("template");
  holder.innerHTML = await inflate(byId("every-day").textContent);
  everyDay = holder.content.querySelector("svg");
  if (!isOwn()) showStandpoint();
}

// Takes up another drawing in the place of the one that stands there.
function usePicture(next) {
  if (next === svg) return;
  narrow(null);
  if (measured) layOut(null);
  clearFates();
  chosenRing.remove();
  focusRing.remove();
  svg.replaceWith(next);
  svg = next;
  drawn.clear();
  drawnLines.length = 0;
  badges.length = 0;
  onSheet.clear();
  shifts.clear();
  gone.clear();
  measured = null;
  stop = null;
  readPicture();
  chosenRing = newRing("chosen");
  focusRing = newRing("focused");
  startWalking();
  filter();
  ownSheet = svg.dataset.sheet ? svg.dataset.sheet.split(" ").map(Number) : readSheet();
}

// How large the sheet is; remembered, for the view changes what says so.
function readSheet() {
  svg.dataset.sheet = svg.getAttribute("viewBox");
  return svg.dataset.sheet.split(/[\s,]+/).map(Number);
}
