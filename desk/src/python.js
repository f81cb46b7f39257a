// The way to Python, which works in a worker of its own: a verb, what it is asked about, an answer.

/** Start a worker; `ask` then gives what the program answers, or throws what it refused. */
export async function startPython(script, parts) {
  const worker = new Worker(script);
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data }) => {
    const { done, fail } = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.failed) fail(new Error(data.failed));
    else if (data.told?.refused) fail(new Refused(data.told.refused));
    else done({ ...data.told, content: data.content, heard: data.heard });
  };
  worker.onerror = (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message ?? "it cannot be started"));
    waiting.clear();
  };
  const send = (verb, asked, files, transfer) =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      worker.postMessage({ id: last, verb, asked, files }, transfer);
    });
  await send("start", parts, [], []);
  return { ask: (verb, asked = {}, files = []) => send(verb, asked, files, []) };
}

/** What the program would not do, in its own words: one sentence for each problem. */
export class Refused extends Error {
  constructor(sentences) {
    super(sentences.join(" "));
    this.sentences = sentences;
  }
}
