// What is folded opens by itself when something in it is linked to, and all of it for print.

function startFolds() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) unfold(link.hash);
  }, true);
  window.addEventListener("hashchange", () => unfold(location.hash));
  if (!location.hash.includes("=") && unfold(location.hash)) byId(decode(location.hash.slice(1))).scrollIntoView();
}

// Open what an address leads to, and whatever that stands in.
function unfold(hash) {
  const target = document.getElementById(decode(hash.slice(1)));
  if (!target) return false;
  for (const inside of target.querySelectorAll(":scope > details")) inside.open = true;
  for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  return true;
}
