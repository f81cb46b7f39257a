// Pan and zoom: the part of the drawing that the stage shows, in the drawing's own units.

const MOST_ZOOM = 16;
const STEP = 1.3;
const LEGIBLE = 0.8;
const MARGIN = 12;
const LARGEST = 1.5;

let sheet, view, ownSheet;
let room = { width: 1, height: 1 }; // the stage; to ask for it anew has the browser lay out the whole page

const readRoom = () => { room = { width: Math.max(stage.clientWidth, 1), height: stage.clientHeight }; };

function startView() {
  ownSheet = readSheet();
  sheet = ownSheet;
  fitOpening();
  window.addEventListener("resize", fitOpening);
  lookAtFirst();
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => zoomBy(button.dataset.zoom));
  }
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, point(event));
  }, { passive: false });
  new ResizeObserver(() => { readRoom(); look(view.x, view.y, view.width); }).observe(stage);
  startDragging();
}

// The first screen ends where the window does: the picture gets what is left below title and summary.
function fitOpening() {
  const top = document.querySelector(".opening").getBoundingClientRect().top + window.scrollY;
  document.documentElement.style.setProperty("--above", `${Math.round(top)}px`);
  readRoom();
}

const shape = () => room.height / room.width;

// So wide that all of the sheet is seen.
const wholeWidth = () => Math.max(sheet[2], sheet[3] / shape(), room.width / (presenting < 0 ? LARGEST : MOST_ZOOM / 4));

// The drawing without the heading, key and findings of the sheet: the page has those beside it.
function drawingBox() {
  const parts = [...svg.querySelectorAll(".gg-tiers, .gg-drawing")].map((part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return [point({ clientX: left, clientY: top }), point({ clientX: right, clientY: bottom })];
  }).flat();
  const [xs, ys] = [parts.map(({ x }) => x), parts.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y };
}

// At first the whole drawing where it can be read, or else as much as can be, round the first body.
function lookAtFirst() {
  const { x, y, width, height } = drawingBox();
  const whole = Math.max(width, height / shape());
  look(x + (width - whole) / 2, y, Math.min(whole, room.width / LEGIBLE));
  if (whole > view.width * 1.01) look(middleOf(order[0]).x - view.width / 2, y, view.width);
}

function middleOf(body) {
  const box = drawn.get(body).getBoundingClientRect();
  return point({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
}

const isInView = ({ x, y }) => x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;

// All of some bodies in sight, no larger than they are read with ease.
function fit(shown) {
  const boxes = shown.filter(isShown).map((body) => drawn.get(body).getBoundingClientRect());
  if (!boxes.length) return;
  const first = point({ clientX: Math.min(...boxes.map((box) => box.left)), clientY: Math.min(...boxes.map((box) => box.top)) });
  const last = point({ clientX: Math.max(...boxes.map((box) => box.right)), clientY: Math.max(...boxes.map((box) => box.bottom)) });
  const [width, height] = [last.x - first.x + 60, last.y - first.y + 60];
  const wide = Math.min(Math.max(width, height / shape(), room.width / LARGEST), wholeWidth());
  look((first.x + last.x - wide) / 2, (first.y + last.y - wide * shape()) / 2, wide);
}

// After the picture was laid anew: all of it where that can be read, or else a body where it was.
function keepPlace(before, body) {
  const was = before && isInView(before) && { x: (before.x - view.x) / view.width, y: (before.y - view.y) / view.height };
  const wide = Math.min(wholeWidth(), room.width / LEGIBLE);
  if (wide === wholeWidth() || !body || !isShown(body)) { look(sheet[0], sheet[1], wide); return; }
  const at = was || { x: 0.5, y: 0.5 };
  look(view.x, view.y, wide);
  const now = middleOf(body);
  look(now.x - at.x * wide, now.y - at.y * wide * shape(), wide);
}

// The view stays on the sheet, which stands in the middle where it is smaller.
function look(x, y, width) {
  const height = width * shape();
  const on = (at, side, length) => {
    const spare = sheet[side + 2] - length;
    return sheet[side] + (spare < 0 ? spare / 2 : Math.min(Math.max(at - sheet[side], 0), spare));
  };
  view = { x: on(x, 0, width), y: on(y, 1, height), width, height };
  svg.setAttribute("viewBox", [view.x, view.y, width, height].map((length) => length.toFixed(2)).join(" "));
  stage.classList.toggle("near", width < wholeWidth() * 0.99);
}

function zoomBy(how) {
  if (how === "whole") look(0, 0, wholeWidth());
  else zoom(how === "in" ? 1 / STEP : STEP, chosen && isShown(chosen) && isInView(middleOf(chosen)) ? middleOf(chosen) : undefined);
}

function zoom(by, { x, y } = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) {
  const width = Math.min(Math.max(view.width * by, sheet[2] / MOST_ZOOM), wholeWidth());
  const scale = width / view.width;
  look(x - (x - view.x) * scale, y - (y - view.y) * scale, width);
}

function pan(right, down) {
  const scale = view.width / room.width;
  look(view.x - right * scale, view.y - down * scale, view.width);
}

function point(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return { x: at.x, y: at.y };
}

// Bring a body into sight; closer, so large that it can be read.
function bringNear(body, closer) {
  const group = drawn.get(body);
  if (!group) return;
  const scale = room.width / view.width;
  if (closer && scale < LEGIBLE) zoom(scale);
  const box = group.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  const outside = box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
  if (closer || outside) {
    pan((frame.left + frame.right - box.left - box.right) / 2, (frame.top + frame.bottom - box.top - box.bottom) / 2);
  }
}

let dragged = 0;

function startDragging() {
  const pointers = new Map();
  stage.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, event); dragged = 0; });
  window.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    pointers.set(event.pointerId, event);
    const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
    if (other) {
      const apart = (each) => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY);
      zoom(apart(before) / Math.max(apart(event), 1), point(event));
    } else pan(event.clientX - before.clientX, event.clientY - before.clientY);
    dragged += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, (event) => pointers.delete(event.pointerId));
  }
}
