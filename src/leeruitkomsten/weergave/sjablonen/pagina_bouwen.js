// What the framework says, as Python wrote it down. Codes are looked up in Maps: an object has properties of its own.
const gegevens = JSON.parse(document.getElementById("gegevens").content.textContent);
const items = new Map(gegevens.items.map((item) => [item.code, item]));
const rijen = new Map(gegevens.rijen.map((rij) => [rij.code, rij]));
const namen = new Map(gegevens.leerlijnen.map((leerlijn) => [leerlijn.code, leerlijn.naam]));
const woorden = new Map(Object.entries(gegevens.woorden));
const fasen = new Map(gegevens.niveaus.map((niveau) => [niveau.nummer, niveau.fase]));

// A word of the table, in the language of the screen; with what stands in braces filled in.
function spreek(woord, delen = {}) {
  return woorden.get(woord).replace(/\{([a-z_]+)\}/g, (_, deel) => delen[deel]);
}

// The same in pieces, for a sentence in which elements are filled in.
function spreekDelen(woord, delen) {
  const stukken = woorden.get(woord).split(/\{([a-z_]+)\}/);
  return stukken.map((stuk, plek) => (plek % 2 ? delen[stuk] : stuk));
}

// A text of the framework among words of the screen, marked where it is in another language.
function inTaal(tekst) {
  return gegevens.tekst.lang ? maak("span", { ...gegevens.tekst, dir: "auto" }, tekst) : tekst;
}

function bij(id) {
  return document.getElementById(id);
}

function maak(naam, eigenschappen = {}, ...inhoud) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) element.setAttribute(sleutel, waarde);
  element.append(...inhoud);
  return element;
}

// Parts stand beside each other as the texts run; what the screen says in them keeps its own direction.
function naastElkaar(element, ...delen) {
  const { dir } = gegevens.tekst;
  if (dir && dir !== gegevens.scherm.dir) {
    element.dir = dir;
    for (const deel of delen) deel.dir = gegevens.scherm.dir;
  }
  element.append(...delen);
  return element;
}

function stil(tekst, taal = {}) {
  return maak("span", { class: "stil", ...taal }, tekst);
}

function codelink(code) {
  return maak("a", { class: "code", href: `#${code}` }, code);
}

const kopieerknop = maak("button", { type: "button", id: "kopieer" });

// One button copies the address of what was chosen: after its sentence, or beside the heading of a view.
function zetKopieerknop(plaats, code) {
  kopieerknop.dataset.kopieer = code;
  kopieerknop.replaceChildren(spreek("pagina.kopieer"), stil(` ${spreek("pagina.kopieer_naar", { code })}`));
  if (plaats.matches("h2")) plaats.after(kopieerknop);
  else plaats.append(kopieerknop);
}

// The name of a row, said to be ours where the source does not give it.
function rijnaam(rij) {
  if (!rij.naam) return [];
  return [maak("span", { class: rij.eigen ? "rijnaam eigen" : "rijnaam" }, inTaal(rij.naam))];
}

const VERSCHIL = {
  nieuw: ["later", spreek("pagina.alleen_hoger")],
  vervalt: ["eerder", spreek("pagina.alleen_lager")],
  hierheen: ["elders-in-zin", spreek("pagina.elders_lager")],
  vandaan: ["elders-in-zin", spreek("pagina.elders_hoger")],
};

// One piece of a text with what it is. A difference is also said in words; the white space before it stays outside.
function deel([soort, tekst]) {
  if (soort === "gelijk") return [tekst];
  if (soort === "gevonden") return [maak("mark", {}, tekst)];
  const [klas, hulp] = VERSCHIL[soort];
  const kaal = tekst.trimStart();
  return [tekst.slice(0, tekst.length - kaal.length), maak("em", { class: klas, "data-soort": soort }, stil(`${hulp} `, gegevens.tekst.lang ? gegevens.scherm : {}), kaal)];
}

// A leeruitkomst or succescriterium as a line of a list, its text in pieces.
function regel(item, delen = [["gelijk", item.tekst]], waar = []) {
  const kop = maak("div", { class: "bij" }, codelink(item.code));
  if (item.notatie) kop.append(maak("span", { class: "notatie" }, item.notatie));
  if (waar.length) kop.append(maak("span", { class: "waar" }, ...waar));
  kop.append(...zoalsBij(item, ".merk"));
  const tekst = item.tekst ? [maak("p", gegevens.tekst, ...delen.flatMap(deel))] : [];
  return maak("li", {}, kop, ...tekst, ...zoalsBij(item, ".noot"));
}

// The mark or the note of an item is written once, at its place in the matrix.
function zoalsBij(item, wat) {
  return Array.from(bij(item.code).querySelectorAll(wat), (element) => {
    const kopie = element.cloneNode(true);
    kopie.open = false;
    return kopie;
  });
}
