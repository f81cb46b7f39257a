"use strict";
{
  const marks = [...document.querySelectorAll("a.mark")];
  const entries = [...document.querySelectorAll(".entry")];
  const wide = matchMedia("(min-width: 50rem)");
  let current = -1;
  const show = (number, focus) => {
    if (number < 0 || number >= marks.length) return;
    for (const each of document.querySelectorAll(".current")) each.classList.remove("current");
    marks[number].classList.add("current");
    entries[number].classList.add("current");
    current = number;
    if (focus) marks[number].focus({ preventScroll: true });
    marks[number].scrollIntoView({ block: "nearest" });
    if (wide.matches) entries[number].scrollIntoView({ block: "nearest" });
  };
  const isOpen = (number) => marks[number].classList.contains("open");
  const seek = (step) => {
    let at = current + step;
    while (at >= 0 && at < marks.length && !isOpen(at)) at += step;
    show(at, true);
  };
  const within = (selector) => current >= 0 && entries[current].querySelector(selector);
  const press = (selector) => {
    const found = within(selector);
    if (found) found.click();
  };
  const relation = (field) => {
    const details = within("details.new");
    if (!details) return;
    details.open = true;
    details.querySelector(field).focus();
  };
  const keys = {
    j: () => seek(1),
    k: () => seek(-1),
    ArrowDown: () => show(current + 1, true),
    ArrowUp: () => show(current - 1, true),
    a: () => press(".accept button"),
    n: () => relation("select[name=kind]"),
    c: () => relation("select[name=from]"),
    d: () => { const why = within("input[name=why]"); if (why) why.focus(); },
    u: () => { const undo = document.querySelector(".undo button"); if (undo) undo.click(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current >= 0) { marks[current].focus(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  marks.forEach((mark, number) => mark.addEventListener("click", (event) => {
    event.preventDefault();
    show(number, false);
    if (!wide.matches) entries[number].scrollIntoView();
  }));
  entries.forEach((entry, number) => entry.querySelector("h3 a").addEventListener("click", (event) => {
    event.preventDefault();
    show(number, true);
  }));
  document.body.classList.add("js");
  document.querySelector(".keys").hidden = false;
  const wanted = marks.findIndex((mark) => `#${mark.id}` === location.hash);
  const first = marks.findIndex((_, number) => isOpen(number));
  show(wanted >= 0 ? wanted : Math.max(first, 0), wanted >= 0);
}
