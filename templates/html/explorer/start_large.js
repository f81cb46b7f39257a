// Puts the explorer of a large page to work once the structure is unpacked.

function readAddress() {
  const [key, id] = location.hash.slice(1).split("=");
  let wanted = "";
  try { wanted = decodeURIComponent(id || ""); } catch { return; }
  const body = key === "body" && bodyById.get(wanted);
  if (body && body !== chosen) show(body);
}

announce(say.choose);
startSearch();
for (const part of document.querySelectorAll("[data-live]")) part.hidden = false;
for (const part of document.querySelectorAll("[data-waiting]")) part.hidden = true;
window.addEventListener("popstate", readAddress);
readAddress();
buildIndex();
