// Rows of text as a file that a spreadsheet opens.

function save(rows, name) {
  download(`\ufeff${rows.map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`, "text/csv", name, "csv");
}

// A file of that name, as the browser saves files.
function download(content, type, name, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = `${plain(name).replaceAll(" ", "-").slice(0, 60)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// A text that a spreadsheet would take for a formula is told to be text.
function field(text) {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
