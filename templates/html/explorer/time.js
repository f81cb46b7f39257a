// The day and what counts: the slider and the switches.

let days = [];

function startTime() {
  days = moments();
  const slider = byId("day");
  slider.max = Math.max(days.length - 1, 0);
  slider.value = Math.max(days.indexOf(own.day), 0);
  slider.closest(".when").hidden = days.length < 2;
  slider.addEventListener("input", () => stand({ day: days[slider.value] }));
  for (const status of ["proposed", "shadow"]) {
    const box = byId(`count-${status}`);
    box.checked = own.include.has(status);
    box.closest("label").hidden = ![...bodies, ...relations].some((each) => each.status === status);
    box.addEventListener("change", () => {
      const include = new Set(here.include);
      include[box.checked ? "add" : "delete"](status);
      stand({ include });
    });
  }
  const presume = byId("count-part-of");
  presume.checked = own.presume;
  presume.closest("label").hidden = !relations.some((each) => each.kind.id === "part_of");
  presume.addEventListener("change", () => stand({ presume: presume.checked }));
  byId("own-day").addEventListener("click", () => stand(own));
  hideWhatIsEmpty(byId("count-part-of").closest("fieldset"), "label");
  hideWhatIsEmpty(slider.closest("details"), ".when, fieldset");
}

function hideWhatIsEmpty(element, parts) {
  element.hidden = ![...element.querySelectorAll(parts)].some((part) => !part.hidden);
}

// Ask everything from another standpoint.
function stand(change) {
  here = { ...here, ...change };
  here.ahead = own.ahead && here.day === own.day;
  countLines();
  showControls();
  showStandpoint();
  writeAddress();
}

function showControls() {
  const slider = byId("day");
  if (here.day) slider.value = days.indexOf(here.day);
  slider.dataset.day = here.day;
  const what = say.moment(here.day);
  byId("day-said").textContent = day(here.day) + (what ? `: ${what}` : "");
  slider.setAttribute("aria-valuetext", byId("day-said").textContent);
  for (const status of ["proposed", "shadow"]) byId(`count-${status}`).checked = here.include.has(status);
  byId("count-part-of").checked = here.presume;
  byId("own-day").hidden = isOwn();
}
