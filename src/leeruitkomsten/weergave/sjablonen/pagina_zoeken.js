// Search finds what `zoek` of the Python package finds, and marks the same pieces; a test holds the two together.
// White space, apostrophes and quotes are therefore those of Python's `re` and of `zoeken.py`.
const WIT = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const TERM = new RegExp(`["“”„«»]([^"“”„«»]+)(?:["“”„«»]|$)|([^${WIT}"“”„«»]+)`, "gu");
const WITRUIMTE = new RegExp(`[${WIT}]+`, "u");
const APOSTROFFEN = "’‘ʼ´`";

// A sign that combines with the letter before it: it moves to the front of U+0345, which has the highest class of all.
function combineert(teken) {
  return teken === "\u0345" || !`\u0345${teken}`.normalize("NFKD").startsWith("\u0345");
}

// Case folding: by way of the capital, so that ß is ss and ς is σ. Only ı would become another letter.
function zonderHoofdletter(teken) {
  return teken === "ı" ? teken : teken.toLowerCase().toUpperCase().toLowerCase();
}

const gevouwen = new Map();

function vouwTeken(teken) {
  if (!gevouwen.has(teken)) {
    const los = APOSTROFFEN.includes(teken) ? "'" : teken.normalize("NFKD");
    const letters = Array.from(los).filter((letter) => !combineert(letter));
    gevouwen.set(teken, letters.map(zonderHoofdletter).join(""));
  }
  return gevouwen.get(teken);
}

function vouw(tekst) {
  return Array.from(tekst, vouwTeken).join("");
}

// The words and phrases of a question, folded, each once.
function termen(vraag) {
  const gevraagd = Array.from(vraag.matchAll(TERM), ([, zin, woord]) => vouw(zin ?? woord));
  const schoon = gevraagd.map((term) => term.split(WITRUIMTE).filter(Boolean).join(" "));
  return [...new Set(schoon.filter(Boolean))];
}

// A text with brackets is there with and without them.
function hooiberg(tekst) {
  const vol = vouw(tekst);
  return [vol, vol.replace(/[()]/g, "")].join("\n");
}

// A code finds itself, and so does the code that the source gives.
function eigenCodes(item) {
  return [item.code, item.notatie].filter(Boolean).map(vouw);
}

let hooibergen;

const heeft = (item, term) => hooibergen.get(item).includes(term) || eigenCodes(item).includes(term);
const staatErgens = (term) => gegevens.items.some((item) => heeft(item, term));

// A term as it is looked for: a word that stands nowhere as the longest beginning of it, of five letters or more, that does.
function beginVan(term) {
  const letters = Array.from(term);
  if (letters.length <= 5 || !/^\p{L}+$/u.test(term) || staatErgens(term)) return term;
  let [wel, teLang] = [4, letters.length];
  while (teLang - wel > 1) {
    const midden = Math.floor((wel + teLang) / 2);
    if (staatErgens(letters.slice(0, midden).join(""))) wel = midden;
    else teLang = midden;
  }
  return wel < 5 ? term : letters.slice(0, wel).join("");
}

// What is looked for by its beginning: each word that stands nowhere, and the beginning of it that does.
function bijBegin(vraag) {
  hooibergen ??= new Map(gegevens.items.map((item) => [item, hooiberg(item.tekst)]));
  return termen(vraag).map((term) => [term, beginVan(term)]).filter(([term, begin]) => term !== begin);
}

function zoek(vraag, leerlijn, niveau) {
  const begin = new Map(bijBegin(vraag));
  const gezocht = [...new Set(termen(vraag).map((term) => begin.get(term) ?? term))];
  const past = (item) =>
    (!leerlijn || item.leerlijn === leerlijn) && (!niveau || item.niveau === niveau) && gezocht.every((term) => heeft(item, term));
  if (!gezocht.length) return [];
  return gegevens.items.filter(past).map((item) => ({ item, delen: gevondenDelen(item.tekst, gezocht) }));
}

// The text in pieces, found and other; joined they are the text to the letter.
function gevondenDelen(tekst, gezocht) {
  const tekens = Array.from(tekst);
  const gevonden = tekens.map(() => false);
  for (const zonder of ["", "()"]) {
    const { vol, herkomst } = metHerkomst(tekens, zonder);
    for (const term of gezocht) {
      for (let start = vol.indexOf(term); start >= 0; start = vol.indexOf(term, start + 1)) {
        const [van, tot] = metHaakje(tekens, herkomst[start], herkomst[start + term.length - 1] + 1);
        gevonden.fill(true, van, tot);
      }
    }
  }
  const delen = [];
  tekens.forEach((teken, plaats) => {
    const soort = gevonden[plaats] ? "gevonden" : "gelijk";
    if (delen.at(-1)?.[0] === soort) delen.at(-1)[1] += teken;
    else delen.push([soort, teken]);
  });
  return delen;
}

// A text folded without some characters, and for each folded one the place it came from.
function metHerkomst(tekens, zonder) {
  let vol = "";
  const herkomst = [];
  tekens.forEach((teken, plaats) => {
    if (zonder.includes(teken)) return;
    const letters = vouwTeken(teken);
    vol += letters;
    for (let i = 0; i < letters.length; i += 1) herkomst.push(plaats);
  });
  return { vol, herkomst };
}

// Takes in the bracket that a found piece only half holds: "(non)verbaal", not "non)verbaal".
function metHaakje(tekens, van, tot) {
  const open = tekens.slice(van, tot).filter((teken) => teken === "(").length;
  const dicht = tekens.slice(van, tot).filter((teken) => teken === ")").length;
  if (dicht > open && tekens[van - 1] === "(") return [van - 1, tot];
  if (open > dicht && tekens[tot] === ")") return [van, tot + 1];
  return [van, tot];
}
