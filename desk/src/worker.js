// Python in a worker of its own, so that the page never freezes. A message names a verb of
// `govgraph.desk`, which answers in JSON, with bytes beside it where a file is the answer.

import createPyodideModule from "../node_modules/pyodide/pyodide.asm.mjs";
import { info } from "../node_modules/pyodide/pyodide-lock.json";
import { loadPyodide } from "../node_modules/pyodide/pyodide.mjs";

const NOWHERE = "https://desk.invalid/";
let answer;
let heard = [];

/** Answer the runtime's own requests from what the page has sent: nothing is asked from anywhere. */
function serve(files) {
  self.fetch = async (asked) => {
    const name = String(asked.url ?? asked).split("/").pop().split("?")[0];
    if (!(name in files)) throw new TypeError(`nothing is fetched here: ${name}`);
    const [content, type] = files[name];
    return new Response(content, { headers: { "Content-Type": type } });
  };
}

/** Put the files of the program where Python finds them. */
function install(files, packed) {
  const bytes = new Uint8Array(packed);
  const length = new DataView(packed).getUint32(0, true);
  const listed = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  let at = 4 + length;
  const made = new Set();
  for (const [name, size] of listed) {
    const folder = `/program/${name.slice(0, name.lastIndexOf("/"))}`;
    if (!made.has(folder)) files.mkdirTree(folder);
    made.add(folder);
    files.writeFile(`/program/${name}`, bytes.subarray(at, at + size));
    at += size;
  }
}

async function start({ wasm, library, program }) {
  serve({
    "pyodide.asm.wasm": [wasm, "application/wasm"],
    "python_stdlib.zip": [library, "application/zip"],
  });
  const python = await loadPyodide({
    indexURL: NOWHERE,
    createPyodideModule,
    lockFileContents: { info, packages: {} },
    packageBaseUrl: NOWHERE,
    checkAPIVersion: false,
    stderr: (line) => heard.push(line),
    env: { HOME: "/desk", PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
  });
  self.python = python; // for whoever looks how much memory it takes
  install(python.FS, program);
  python.runPython("import sys; sys.path.insert(0, '/program')");
  answer = python.pyimport("govgraph.desk.desk_verbs").answer;
}

self.onmessage = async ({ data }) => {
  const { id, verb, asked, files } = data;
  try {
    if (verb === "start") {
      await start(asked);
      self.postMessage({ id, told: null });
      return;
    }
    heard = [];
    const given = answer(verb, JSON.stringify(asked ?? null), files ?? []);
    const [told, content] = given.toJs();
    given.destroy();
    self.postMessage({ id, told: JSON.parse(told), content, heard });
  } catch (error) {
    self.postMessage({ id, failed: String(error.message ?? error) });
  }
};
