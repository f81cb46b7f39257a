// The structure of a large page: deflated, written in letters, each field of all bodies together.

async function unpack() {
  const letters = document.getElementById("structure-data").textContent;
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const packed = JSON.parse(await new Response(stream).text());
  const rows = (columns) => columns.length ? columns[0].map((_, row) => columns.map((column) => column[row])) : [];
  return { ...packed, bodies: rows(packed.bodies), relations: rows(packed.relations) };
}

const data = await unpack();
