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
  const back = () => scrollBy(0, part.getBoundingClientRect().top - place.top);
  if (!part) return false;
  unfold(`#${encodeURIComponent(place.id)}`);
  back();
  // What has come into sight may be higher or lower than it was taken to be.
  requestAnimationFrame(() => requestAnimationFrame(back));
  return true;
}
