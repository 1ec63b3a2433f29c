// Run a Python program under Pyodide: node antwoorden.mjs PYODIDE.mjs PROGRAM.py PACKAGE.whl OTHERS.zip
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, programma, wiel, anderen] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(pyodide));
const python = await loadPyodide({ stdout: console.error });
try {
  // By its address, as a page does: Pyodide looks whether the wheel is one for it.
  const klachten = [];
  await python.loadPackage(String(pathToFileURL(wiel)), { messageCallback: () => {}, errorCallback: (zin) => klachten.push(zin) });
  if (klachten.length) throw new Error(klachten.join("\n"));
  python.unpackArchive(new Uint8Array(readFileSync(anderen)), "zip", { extractDir: "/anderen" });
  python.FS.writeFile("/programma.py", readFileSync(programma));
  process.stdout.write(python.runPython("import sys, runpy, warnings; warnings.simplefilter('error'); sys.path.append('/anderen'); runpy.run_path('/programma.py')['als_json'](extras=False)"));
} catch (fout) {
  console.error(fout.message); // Node would show the line where it was thrown: a megabyte of Pyodide
  process.exitCode = 1;
}
