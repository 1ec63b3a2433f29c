// What the framework says, as Python wrote it down. Codes are looked up in Maps: an object has properties of its own.
const gegevens = JSON.parse(document.getElementById("gegevens").content.textContent);
const items = new Map(gegevens.items.map((item) => [item.code, item]));
const rijen = new Map(gegevens.rijen.map((rij) => [rij.code, rij]));
const namen = new Map(gegevens.leerlijnen.map((leerlijn) => [leerlijn.code, leerlijn.naam]));
const fasen = new Map(gegevens.niveaus.map((niveau) => [niveau.nummer, niveau.fase]));

function bij(id) {
  return document.getElementById(id);
}

function maak(naam, eigenschappen = {}, ...inhoud) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) element.setAttribute(sleutel, waarde);
  element.append(...inhoud);
  return element;
}

function stil(tekst) {
  return maak("span", { class: "stil" }, tekst);
}

function codelink(code) {
  return maak("a", { class: "code", href: `#${code}` }, code);
}

function kopieerknop(code) {
  return maak("button", { type: "button", class: "kopieer", "data-kopieer": code }, "kopieer link", stil(` naar ${code}`));
}

// Each place that has a code gets a button beside it.
function zetKopieerknoppen() {
  for (const plaats of document.querySelectorAll("main [data-code]")) {
    const naast = plaats.querySelector(":scope > .bij");
    const knop = kopieerknop(plaats.dataset.code);
    if (naast) naast.append(knop);
    else if (plaats.matches("h2")) plaats.after(knop);
    else plaats.append(knop);
  }
  for (const kop of document.querySelectorAll("th[id]")) {
    kop.append(kopieerknop(kop.id));
    // With a script the address of a row leads to a view of its own; the browser would look for it here, and lose the focus.
    kop.removeAttribute("id");
  }
}

const VERSCHIL = { nieuw: ["ins", "toegevoegd: "], vervalt: ["del", "vervalt: "] };

// One piece of a text with what it is. A difference is also said in words; the white space before it stays outside.
function deel([soort, tekst]) {
  if (soort === "gelijk") return [tekst];
  if (soort === "gevonden") return [maak("mark", {}, tekst)];
  const [naam, hulp] = VERSCHIL[soort];
  const woorden = tekst.trimStart();
  return [tekst.slice(0, tekst.length - woorden.length), maak(naam, {}, stil(hulp), woorden)];
}

// A leeruitkomst or succescriterium as a line of a list, its text in pieces.
function regel(item, delen = [["gelijk", item.tekst]], waar = "") {
  const kop = maak("div", { class: "bij" }, codelink(item.code));
  if (waar) kop.append(maak("span", { class: "waar" }, waar));
  kop.append(...zoalsBij(item, ".merk"), kopieerknop(item.code));
  return maak("li", {}, kop, maak("p", {}, ...delen.flatMap(deel)), ...zoalsBij(item, ".noot"));
}

// The mark or the note of an item is written once, at its place in the matrix.
function zoalsBij(item, wat) {
  return Array.from(bij(item.code).querySelectorAll(wat), (element) => {
    const kopie = element.cloneNode(true);
    kopie.open = false;
    return kopie;
  });
}
