// Puts the explorer to work where the page has a drawing, and the tables in any case.

function startPicture() {
  if (!svg || !svg.querySelector(".gg-body")) return;
  readPicture();
  chosenRing = newRing("chosen");
  focusRing = newRing("focused");
  countLines();
  startWalking();
  stage.addEventListener("click", click);
  document.addEventListener("keydown", openSearch);
  startSteps();
  byId("diagram").classList.add("live");
  for (const part of document.querySelectorAll("#diagram [data-live]")) part.hidden = false;
  for (const part of document.querySelectorAll(".side [data-live]")) part.hidden = false;
  stage.removeAttribute("tabindex");
  startPanel();
  startTold();
  startView();
  startSearch();
  buildIndex();
  startFilters();
  startTime();
  startComparing();
  startViews();
  showControls();
  offerPlaces();
  announce(say.choose);
  readRoom();
  window.addEventListener("popstate", readAddress);
  window.addEventListener("beforeprint", showWhole);
  window.addEventListener("afterprint", () => { svg.classList.remove("whole"); look(view.x, view.y, view.width); });
  readAddress();
}

// On paper nothing is faded or cut off, unless it is the picture as it is shown that is printed.
function showWhole() {
  if (printsView()) return;
  svg.classList.add("whole");
  svg.setAttribute("viewBox", sheet.join(" "));
}

// From every finding and every body's section to its place in the picture.
function offerPlaces() {
  for (const finding of document.querySelectorAll(".finding")) {
    const link = finding.querySelector(".where a");
    const body = link && bodyById.get(decode(link.hash.slice("#body-".length)));
    if (body) finding.querySelector(".where").append(lead(body));
  }
  for (const section of document.querySelectorAll("section.body")) {
    const body = bodyById.get(section.id.slice("body-".length));
    if (body) section.querySelector(".back").append(" ", lead(body));
  }
}

function lead(body) {
  const link = document.createElement("a");
  link.href = `#body=${encodeURIComponent(body.id)}`;
  link.className = "to-picture";
  link.append(say.showInPicture);
  const whom = document.createElement("span");
  whom.className = "aside";
  whom.textContent = `: ${body.name}`;
  link.append(whom);
  link.addEventListener("click", (event) => { event.preventDefault(); show(body); });
  return link;
}

if (byId("every-day") && location.hash.includes("day=")) await unpackEveryDay();
startPicture();
startTables();
startTakeaway();
startFolds();
performance.mark("ready");
if (svg && byId("every-day")) setTimeout(unpackEveryDay);
