// To take away: the picture as it is shown, the findings, the tables, and what is printed.

function startTakeaway() {
  const acts = {
    svg: () => download(snapshot(), "image/svg+xml", document.title, "svg"),
    png: async () => download(await snapshotImage(), "image/png", document.title, "png"),
    copy: copyImage,
    markdown: () => download(findingsAsMarkdown(), "text/markdown", `${document.title} findings`, "md"),
    tables: saveTables,
    print: () => window.print(),
  };
  for (const button of document.querySelectorAll("[data-take]")) {
    button.addEventListener("click", () => acts[button.dataset.take]());
  }
  document.documentElement.dataset.print = "board";
  for (const choice of document.querySelectorAll("[name=print]")) {
    choice.checked = choice.value === "board";
    choice.addEventListener("change", () => { document.documentElement.dataset.print = choice.value; });
  }
}

const printsView = () => document.documentElement.dataset.print === "picture";

async function copyImage() {
  const said = byId("taken");
  try {
    // What is copied may be promised: the browser asks for it within the click.
    await navigator.clipboard.write([new window.ClipboardItem({ "image/png": snapshotImage() })]);
    said.textContent = say.copied;
  } catch { said.textContent = say.notCopied; }
}

// One file for each table, named by its caption.
function saveTables() {
  for (const button of document.querySelectorAll(".download")) button.click();
}
