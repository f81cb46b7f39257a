// The views that the file declares: chosen from a list, or shown one after another in a meeting.

const views = data.views.map(([name, note, day, include, places]) => ({
  name, note, day, include: new Set(include), bodies: new Set(places.map((place) => bodies[place])),
}));

let presenting = -1; // which view is on the screen, while they are presented

function startViews() {
  byId("views").hidden = !views.length;
  byId("view").append(...views.map(({ name }, place) => new Option(name, String(place))));
  byId("view").addEventListener("change", (event) => showView(event.target.value));
  byId("present").addEventListener("click", () => present(Number(byId("view").value) || 0));
  document.addEventListener("keydown", flick, true);
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && presenting >= 0) endPresenting(); });
  byId("slide-back").addEventListener("click", () => present(presenting - 1));
  byId("slide-on").addEventListener("click", () => present(presenting + 1));
  byId("slide-end").addEventListener("click", endPresenting);
}

// One of the views by its place; the page's own picture when given nothing.
function showView(place) {
  const view = place === "" ? null : views[Number(place)];
  chosen = null;
  steps = view ? [["view", Number(place)]] : [];
  if (view) stand({ day: view.day, include: view.include, presume: own.presume });
  else stand(own);
  byId("view").value = String(place);
  if (view) announce([view.name, view.note].filter(Boolean).join(". "));
}

function present(place) {
  const next = Math.min(Math.max(place, 0), views.length - 1);
  const first = presenting < 0;
  presenting = next;
  document.documentElement.classList.add("presenting");
  if (first && document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  byId("slide").hidden = false;
  byId("slide-name").textContent = views[next].name;
  byId("slide-note").textContent = views[next].note;
  byId("slide-count").textContent = say.slide(next + 1, views.length);
  byId("slide-back").disabled = next === 0;
  byId("slide-on").disabled = next === views.length - 1;
  readRoom();
  showView(String(next));
  look(sheet[0], sheet[1], wholeWidth());
  if (first) byId("slide-on").focus();
}

function endPresenting() {
  presenting = -1;
  document.documentElement.classList.remove("presenting");
  byId("slide").hidden = true;
  if (document.fullscreenElement) document.exitFullscreen();
  byId("present").focus();
}

function flick(event) {
  if (presenting < 0 || event.altKey || event.metaKey || event.ctrlKey) return;
  const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Escape: 0 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (step) present(presenting + step); else endPresenting();
}
