// Compiles a ZIP of Python sources with the very Python that will run them, so that the page
// need not: node compile.mjs FROM.zip TO.zip. Modules keep their names, without sources. What is of
// no use there is left out: docstrings and line numbers of other people's modules.

import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [source, target] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.writeFile("/from.zip", readFileSync(source));
python.runPython(`
import importlib.util, marshal, zipfile
from types import CodeType

KEEP_DOCSTRINGS = ("govgraph/", "pyodide/", "_pyodide/")  # they work with their own
KEEP_LINES = "govgraph/"
NO_PLACE = 0b1_1111_000  # of an entry of a table of places: for 1 to 8 code units there is none

def bare(code):
    eights, rest = divmod(len(code.co_code) // 2, 8)
    places = bytes([NO_PLACE | 7]) * eights + (bytes([NO_PLACE | rest - 1]) if rest else b"")
    inner = (bare(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=tuple(inner), co_linetable=places)

def compiled(name, text):
    level = 0 if name.startswith(KEEP_DOCSTRINGS) else 2
    code = compile(text, name, "exec", dont_inherit=True, optimize=level)
    code = code if name.startswith(KEEP_LINES) else bare(code)
    return importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)

with zipfile.ZipFile("/from.zip") as given, zipfile.ZipFile("/to.zip", "w") as made:
    for name in sorted(given.namelist()):
        content = given.read(name)
        if name.endswith(".py"):
            name, content = name + "c", compiled(name, content)
        made.writestr(zipfile.ZipInfo(name), content)
`);
writeFileSync(target, python.FS.readFile("/to.zip"));
