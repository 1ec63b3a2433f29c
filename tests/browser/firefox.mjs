// Drive Firefox: node firefox.mjs NODE_MODULES FIREFOX DOWNLOADS. Each line in is a command and what it is about, in JSON; each line
// out is its answer, or what went wrong.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [modules, executablePath, downloads] = process.argv.slice(2);
const puppeteer = createRequire(`${modules}/`)("puppeteer-core");
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  extraPrefsFirefox: {
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "dom.disable_beforeunload": true, // else it asks, of a page that the tests leave with something unsaved
  },
});
const page = await browser.newPage();
const doen = {
  // A page of the same file with another #, which goto would not load again.
  open: async (adres) => {
    await page.goto("about:blank");
    await page.goto(adres);
  },
  pdf: (path, format) => page.pdf({ path, format }),
  vraag: (zin) => page.evaluate(zin),
  typ: (waar, tekst) => page.type(waar, tekst),
  klik: (waar) => page.click(waar),
  toets: (toets) => page.keyboard.press(toets),
  kies: async (waar, bestand) => (await page.$(waar)).uploadFile(bestand),
};
for await (const regel of createInterface({ input: process.stdin })) {
  const [wat, ...waarmee] = JSON.parse(regel);
  let antwoord;
  try {
    antwoord = { uit: (await doen[wat](...waarmee)) ?? null };
  } catch (fout) {
    antwoord = { fout: String(fout) };
  }
  if (wat === "pdf") delete antwoord.uit; // it is in the file
  process.stdout.write(`${JSON.stringify(antwoord)}\n`);
}
await browser.close();
