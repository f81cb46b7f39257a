// The findings as Markdown, for a paper or a message.

const SIGNS = /[\\`*_[\]<>#|~]/g;

const marked = (element) => cellText(element).replace(SIGNS, "\\$&");

function findingsAsMarkdown() {
  const lines = [`# ${marked(document.querySelector("h1"))}`, ""];
  for (const each of document.querySelectorAll(".masthead .block > div")) lines.push(`- ${[...each.children].map(marked).join(": ")}`);
  lines.push("", marked(document.querySelector(".summary .lead")));
  const groups = [...document.querySelectorAll("#findings .group")];
  for (const group of groups) lines.push(...groupAsMarkdown(group));
  if (!groups.length) lines.push("", marked(document.querySelector("#causes > p")));
  return `${lines.join("\n")}\n`;
}

function groupAsMarkdown(group) {
  const lines = ["", `## ${marked(group.querySelector("h3"))}`, ""];
  for (const said of group.querySelectorAll(":scope > p")) lines.push(marked(said), "");
  for (const finding of group.querySelectorAll(":scope > .items > li")) {
    const said = [...finding.querySelectorAll("p")].map(wordsOf).filter(Boolean);
    lines.push(...said.map((text, place) => `${place ? " " : "-"} ${text}`));
  }
  return lines;
}

// Without what leads to the picture, which is not there.
function wordsOf(said) {
  const copy = said.cloneNode(true);
  for (const lead of copy.querySelectorAll(".to-picture")) lead.remove();
  for (const part of copy.querySelectorAll("span + span")) part.before("; ");
  return marked(copy);
}
