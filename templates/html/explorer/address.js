// The address says what is shown, so that it can be sent to somebody: #body=hart&day=2010-04-01.

let reading = false; // an address that is being read is not written over

function writeAddress() {
  if (reading) return;
  const said = [];
  if (chosen) said.push(`body=${encodeURIComponent(chosen.id)}`);
  said.push(...tellSteps(), ...tellBefore());
  if (!isOwn()) {
    said.push(`day=${here.day}`, `count=${[...here.include].sort().join("+")}`);
    if (here.presume) said.push("presume=yes");
  }
  const address = said.length ? `#${said.join("&")}` : "#diagram";
  if (location.hash !== address && (said.length || location.hash.includes("="))) history.pushState(null, "", address);
}

function readAddress() {
  reading = true;
  followAddress();
  reading = false;
}

function followAddress() {
  if (location.hash && !location.hash.includes("=") && location.hash !== "#diagram") return;
  const said = new Map(location.hash.slice(1).split("&").map((part) => {
    const [key, ...value] = part.split("=");
    return [key, decode(value.join("="))];
  }));
  if (days.includes(said.get("day"))) {
    stand({ day: said.get("day"), include: readIncluded(said.get("count")), presume: said.get("presume") === "yes" });
  } else if (!isOwn()) stand(own);
  readBefore(said);
  readSteps(said.get("view") || "");
  const body = bodyById.get(said.get("body"));
  if (body && body !== chosen) show(body);
  if (!body && chosen) choose(null);
}

const readIncluded = (text) => new Set((text || "").split("+").filter((each) => each === "proposed" || each === "shadow"));

function decode(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}
