// The structure of a large page: each field of all bodies together.

const columned = await inflate(document.getElementById("structure-data").textContent);
const rows = (columns) => columns.length ? columns[0].map((_, row) => columns.map((column) => column[row])) : [];
const data = { ...columned, bodies: rows(columned.bodies), relations: rows(columned.relations) };
