// Pan and zoom: the part of the drawing that the stage shows, in the drawing's own units.

const MOST_ZOOM = 16;
const STEP = 1.3;
const LEGIBLE = 0.8;
const MARGIN = 12;

let sheet, view;

function startView() {
  sheet = svg.getAttribute("viewBox").split(/[\s,]+/).map(Number);
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
  new ResizeObserver(() => look(view.x, view.y, view.width)).observe(stage);
  startDragging();
}

// The first screen ends where the window does: the picture gets what is left below title and summary.
function fitOpening() {
  const top = document.querySelector(".opening").getBoundingClientRect().top + window.scrollY;
  document.documentElement.style.setProperty("--above", `${Math.round(top)}px`);
}

const shape = () => stage.clientHeight / Math.max(stage.clientWidth, 1);

// So wide that all of the sheet is seen.
const wholeWidth = () => Math.max(sheet[2], sheet[3] / shape());

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
  look(x + (width - whole) / 2, y, Math.min(whole, stage.clientWidth / LEGIBLE));
  if (whole > view.width * 1.01) look(middleOf(order[0]) - view.width / 2, y, view.width);
}

function middleOf(body) {
  const box = drawn.get(body).getBoundingClientRect();
  return point({ clientX: box.left + box.width / 2, clientY: box.top }).x;
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
  else zoom(how === "in" ? 1 / STEP : STEP);
}

function zoom(by, { x, y } = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) {
  const width = Math.min(Math.max(view.width * by, sheet[2] / MOST_ZOOM), wholeWidth());
  const scale = width / view.width;
  look(x - (x - view.x) * scale, y - (y - view.y) * scale, width);
}

function pan(right, down) {
  const scale = view.width / stage.clientWidth;
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
  const scale = stage.clientWidth / view.width;
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
  svg.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, event); dragged = 0; });
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
