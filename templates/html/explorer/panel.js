// Beside the picture: what was found, or all that the page says of the chosen body.

function startPanel() {
  byId("panel-close").addEventListener("click", () => { choose(null); writeAddress(); });
  document.querySelector(".side").addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#body-"]');
    const body = link && bodyById.get(decode(link.hash.slice("#body-".length)));
    if (!body) return;
    event.preventDefault();
    follow(body);
  });
}

// Choose a body that is named beside the picture; whoever reads there stays there.
function follow(body) {
  if (gone.has(body)) goTo([], body);
  choose(body);
  bringNear(body, false);
  rove(body);
  writeAddress();
  byId("panel-heading").focus();
}

// The section of the body as it stands below, its headings a level higher.
function showPanel(body) {
  const section = body && byId(`body-${body.id}`);
  byId("panel-head").hidden = !section;
  byId("causes").hidden = Boolean(section);
  byId("panel-body").replaceChildren();
  if (!section) return;
  byId("panel-heading").textContent = body.name;
  const told = section.querySelector(".columns").cloneNode(true);
  for (const heading of told.querySelectorAll("h4")) {
    const higher = document.createElement("h3");
    higher.append(...heading.childNodes);
    heading.replaceWith(higher);
  }
  byId("panel-body").replaceChildren(told);
  requestAnimationFrame(() => { document.querySelector(".side").scrollTop = 0; });
}
