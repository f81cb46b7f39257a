// What was deflated and written in letters, as the data it was.

async function inflate(letters) {
  const written = atob(letters);
  const bytes = new Uint8Array(written.length);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = written.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}
