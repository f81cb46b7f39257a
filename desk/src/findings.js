// Findings as a list: what is wrong, what would put it right, and buttons that do it.

/** An element with a class and a text. */
export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** One finding as a list item; `does` jumps to cells and mends. */
export function findingItem(finding, does) {
  const item = element("li", `finding ${finding.severity}`);
  const told = element("p");
  told.append(element("span", "code", finding.code ?? "Cannot be read"), ` ${finding.text}`);
  item.append(told);
  if (finding.remedy) item.append(element("p", "remedy", finding.remedy));
  const ways = element("div", "ways");
  if (finding.cell) {
    const show = element("button", "", "Show the cell");
    show.type = "button";
    show.addEventListener("click", () => does.show(finding.cell));
    ways.append(show);
  }
  for (const mend of finding.mends ?? []) {
    const button = element("button", "", mend.label);
    button.type = "button";
    button.addEventListener("click", () => does.mend(mend));
    ways.append(button);
  }
  if (ways.childElementCount) item.append(ways);
  return item;
}

/** Everything that is wrong, what keeps the sheets from being read first. */
export function allFindings(checked) {
  const problems = checked.problems.map((each) => ({ ...each, severity: "error" }));
  return [...problems, ...checked.findings.filter((each) => !each.waived)];
}

/** The cells of a sheet to mark: the gravest severity, and every text, by "row:column". */
export function marksOf(findings, sheet) {
  const marks = new Map();
  for (const { cell, severity, text } of findings) {
    if (!cell || cell[0] !== sheet) continue;
    const key = `${cell[1]}:${cell[2]}`;
    const before = marks.get(key);
    if (before) before.texts.push(text);
    else marks.set(key, { severity, texts: [text] });
  }
  return marks;
}

/** Who answers to whom of a body: each chain upward, then everybody below it. */
export function aboutBody({ name, chains, below }) {
  const list = element("ul");
  for (const { outcome, bodies } of chains) {
    const item = element("li", "", bodies.length ? `${bodies.join(" → ")}. ` : "");
    item.append(element("span", "outcome", outcome));
    list.append(item);
  }
  const told = below.length ? element("pre", "", below.join("\n")) : element("p", "", "Nobody answers to it.");
  return [
    element("h2", "", name),
    element("h3", "", "Whom it answers to"), list,
    element("h3", "", "Who answers to it"), told,
  ];
}
