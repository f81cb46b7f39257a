// Runs first: unpacks the parts of the file and starts the page. Nothing is asked from anywhere.
"use strict";
{
  const packed = (name) => {
    const text = document.getElementById(`part-${name}`).textContent;
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  };
  const unpacked = async (name) => {
    const gunzip = new DecompressionStream("gzip");
    return new Response(new Blob([packed(name)]).stream().pipeThrough(gunzip)).arrayBuffer();
  };
  const script = async (name) =>
    URL.createObjectURL(new Blob([await unpacked(name)], { type: "text/javascript" }));
  const start = async () => {
    try {
      const page = await import(await script("main"));
      await page.start({ unpacked, script });
    } catch (error) {
      const told = document.getElementById("starting");
      told.textContent = `The desk cannot start in this browser: ${error.message}. `
        + "It needs Edge or Chrome 100, Firefox 113 or Safari 16.4, or a later one.";
      told.classList.add("failed");
    }
  };
  document.addEventListener("DOMContentLoaded", start);
}
