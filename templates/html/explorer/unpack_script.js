// The page's script stands packed in a page that is packed; its policy knows it by its hash.

const unpacked = document.createElement("script");
unpacked.textContent = await inflate(document.getElementById("script-data").textContent);
document.body.append(unpacked);
