// Puts the explorer of a large page to work once the structure is unpacked: first the search.

function startTimes() {
  if (!upward) countLines();
  if (!days.length) { startTime(); showControls(); }
}

announce(say.choose);
startSearch();
for (const part of document.querySelectorAll("[data-live]")) part.hidden = false;
for (const part of document.querySelectorAll("[data-waiting]")) part.hidden = true;
performance.mark("ready");
window.addEventListener("popstate", () => { startTimes(); readAddress(); });
if (location.hash.includes("=")) { startTimes(); readAddress(); }
setTimeout(() => { startTimes(); startList(); buildIndex(); });
