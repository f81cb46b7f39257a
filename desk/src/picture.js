// The picture: at once as a draft, and in its best form when nobody is typing.

/** A drawing as an element: parsed as XML, so that no name in it is ever markup. */
export function svgElement(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return document.importNode(parsed, true);
}

/** The panel of the picture; `chosen` is told which body was pointed at. */
export function makePicture(panel, chosen) {
  let zoom = 1;
  let pages = [];
  let widest = 1;
  const size = () => {
    for (const svg of panel.querySelectorAll("svg")) {
      const width = Number(svg.getAttribute("viewBox").split(" ")[2]);
      const fitting = Math.min(1.2 * width, (panel.clientWidth - 4) * (width / widest));
      svg.style.width = `${Math.round(Math.max(fitting, 120) * zoom)}px`;
    }
  };
  panel.addEventListener("click", (event) => {
    const body = event.target.closest("[data-id]");
    if (body) chosen(body.getAttribute("data-id"));
  });
  return {
    get pages() { return pages; },
    show(drawn, { draft }) {
      pages = drawn;
      panel.classList.toggle("draft", draft);
      const made = drawn.map(svgElement);
      for (const svg of made) {
        svg.removeAttribute("width");
        svg.removeAttribute("height");
      }
      widest = Math.max(...made.map((svg) => Number(svg.getAttribute("viewBox").split(" ")[2])));
      panel.replaceChildren(...made);
      size();
    },
    say(text) {
      pages = [];
      panel.classList.remove("draft");
      const told = document.createElement("p");
      told.textContent = text;
      panel.replaceChildren(told);
    },
    zoom(factor) {
      zoom = Math.min(6, Math.max(0.4, zoom * factor));
      size();
    },
    size,
  };
}
