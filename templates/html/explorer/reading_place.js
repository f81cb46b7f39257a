// Where the reader was, kept when the page is loaded anew: what was packed is not there in time
// for the browser to find the place by itself.

function keepReadingPlace() {
  window.addEventListener("scrollend", () => {
    const top = document.elementFromPoint(innerWidth / 2, 40);
    const part = top && top.closest("main [id]");
    const place = part && { id: part.id, top: part.getBoundingClientRect().top };
    history.replaceState({ place }, "");
  });
}

function returnToReadingPlace() {
  const place = history.state && history.state.place;
  const part = place && document.getElementById(place.id);
  // Twice, for what comes into sight may turn out higher or lower than it was taken to be.
  for (let time = 0; part && time < 2; time += 1) scrollBy(0, part.getBoundingClientRect().top - place.top);
  return Boolean(part);
}
