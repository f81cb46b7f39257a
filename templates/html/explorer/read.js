// The structure as the page holds it.

const data = JSON.parse(document.getElementById("structure-data").textContent);
