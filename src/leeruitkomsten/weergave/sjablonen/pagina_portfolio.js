// The portfolio file, as Python reads and writes it: the same rules, and the same file to the letter.
const LANGSTE_TEKST = 10_000;
const GROOTSTE_BESTAND = 10_000_000;
const ONZICHTBAAR = /(?![ \u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/u;
const NOTITIESOORTEN = ["feedback", "feedforward", "afspraak"];

// What is wrong with a file, in the language of the screen.
class Geweigerd extends Error {}

function isTekst(waarde) {
  if (typeof waarde !== "string" || waarde.length > 2 * LANGSTE_TEKST || [...waarde].length > LANGSTE_TEKST) return false;
  const kaal = waarde.replaceAll("\n", " ");
  return kaal !== "" && !kaal.startsWith(" ") && !kaal.endsWith(" ") && !ONZICHTBAAR.test(kaal) && waarde.normalize() === waarde;
}

function isRegel(waarde) {
  return isTekst(waarde) && !waarde.includes("\n") && !waarde.includes("  ");
}

function isDatum(waarde) {
  if (typeof waarde !== "string" || !/^\d{4}-\d\d-\d\d$/.test(waarde) || waarde < "0001") return false;
  const dag = new Date(`${waarde}T00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(waarde);
}

function isCriterium(waarde) {
  return items.has(waarde) && !items.get(waarde).soort;
}

function isNotitiecode(waarde) {
  return items.has(waarde) || gegevens.niveaus.some(({ nummer }) => `EvL${nummer}` === waarde);
}

const isLijst = Array.isArray;
const isVorm = (vorm) => (waarde) => typeof waarde === "string" && vorm.test(waarde);
// The keys of each part of the file in their order: what belongs there, and whether it may be left out.
const VELDEN = {
  portfolio: [["formaat", (waarde) => waarde === 2], ["kenmerk", () => true], ["student", isRegel], ["bewijs", isLijst], ["notities", isLijst, []], ["datum", isDatum, null]],
  kenmerk: [["sleutel", isVorm(/^[a-z0-9-]{2,40}$/)], ["naam", isRegel], ["versie", isVorm(/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/)], ["vingerafdruk", isVorm(/^[0-9a-f]{64}$/)]],
  bewijs: [["criterium", isCriterium], ["titel", isRegel], ["datum", isDatum], ["verwijzing", isRegel, null], ["rol", isRegel, null], ["soort", isRegel, null]],
  notities: [["code", isNotitiecode], ["soort", (waarde) => NOTITIESOORTEN.includes(waarde)], ["tekst", isTekst], ["datum", isDatum], ["rol", isRegel, null]],
};

const foutBij = (waar) => new Geweigerd(spreek("portfolio.fout", { plek: waar.slice(0, 100) }));

// A part of the file with its keys in their order, or the place at which it is not sound.
function deelVan(waarde, soort, plek) {
  if (waarde === null || typeof waarde !== "object" || isLijst(waarde)) throw foutBij(plek);
  const over = new Map(Object.entries(waarde));
  const geordend = VELDEN[soort].map(([naam, klopt, anders]) => {
    const deel = over.has(naam) ? over.get(naam) : anders;
    over.delete(naam);
    if (!(deel === null && anders === null) && (deel === undefined || !klopt(deel))) throw foutBij(`${plek}.${naam}`);
    return [naam, deel];
  });
  for (const naam of over.keys()) throw foutBij(`${plek}.${naam}`);
  return Object.fromEntries(geordend);
}

// Errata change words, not codes: they make no other version.
const zonderErrata = (versie) => versie.replace(/\+errata$/, "");

function eisDitRaamwerk({ sleutel, naam, versie, vingerafdruk }) {
  const hier = gegevens.kenmerken[0];
  if (sleutel !== hier.sleutel) throw new Geweigerd(spreek("portfolio.ander_raamwerk", { raamwerk: naam.slice(0, 100), versie }));
  if (zonderErrata(versie) !== zonderErrata(hier.versie)) throw new Geweigerd(spreek("portfolio.andere_versie", { versie, hier: hier.versie }));
  const zelfde = gegevens.kenmerken.find((kenmerk) => kenmerk.versie === versie);
  if (zelfde && zelfde.vingerafdruk !== vingerafdruk) throw new Geweigerd(spreek("portfolio.andere_inhoud"));
}

const TE_NIEUW = { portfolio: ["kenmerk", "notities", "datum"], bewijs: ["titel", "rol", "soort"] };

function eisOud(deel, soort, plek) {
  for (const naam of TE_NIEUW[soort]) if (Object.hasOwn(deel ?? {}, naam)) throw foutBij(`${plek}.${naam}`);
}

// The first shape has the name and version of its framework, and one text for what evidence is called and where it is.
function vernieuwd(oud) {
  eisOud(oud, "portfolio", "portfolio");
  const { raamwerk, versie, formaat: _, ...rest } = oud;
  const [hier] = gegevens.kenmerken;
  if (raamwerk !== gegevens.naam) throw new Geweigerd(spreek("portfolio.ander_raamwerk", { raamwerk: String(raamwerk).slice(0, 100), versie: String(versie).slice(0, 100) }));
  if (isLijst(rest.bewijs)) {
    rest.bewijs = rest.bewijs.map((bewijs, plaats) => {
      eisOud(bewijs, "bewijs", `bewijs[${plaats}]`);
      const { verwijzing, ...ander } = bewijs ?? {};
      return { ...ander, titel: verwijzing, verwijzing: /^https?:\/\//.test(verwijzing) ? verwijzing : null };
    });
  }
  return { ...rest, formaat: 2, kenmerk: { ...hier, versie: zonderErrata(String(versie)) === zonderErrata(hier.versie) ? hier.versie : String(versie) } };
}

// What is in a file that was chosen; it is too large, or cannot be read any more: `Geweigerd`.
async function bytesVan(bestand) {
  if (bestand.size > GROOTSTE_BESTAND) throw new Geweigerd(spreek("portfolio.te_groot"));
  try {
    return new Uint8Array(await bestand.arrayBuffer());
  } catch {
    throw new Geweigerd(spreek("portfolio.onbereikbaar"));
  }
}

// What a file says; it is not sound, or of another framework: `Geweigerd`.
function leesPortfolio(bytes) {
  if (bytes.byteLength > GROOTSTE_BESTAND) throw new Geweigerd(spreek("portfolio.te_groot"));
  let tekst, gelezen;
  try {
    tekst = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    gelezen = JSON.parse(tekst);
  } catch {
    throw new Geweigerd(spreek("portfolio.geen_bestand"));
  }
  eisSchrijfwijze(tekst);
  return nagekeken(gelezen);
}

// What reading drops of sound JSON: that a key stands twice in one object, and that a whole number is written as a broken one.
function eisSchrijfwijze(json) {
  const open = [];
  let sleutel = "";
  for (const [stuk] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/g)) {
    if (stuk === "{" || stuk === "[") open.push(new Set());
    else if (stuk === "}" || stuk === "]") open.pop();
    else if (stuk.startsWith('"')) sleutel = JSON.parse(stuk);
    else if (stuk !== ":") {
      if (sleutel === "formaat" && !/^\d$/.test(stuk)) throw foutBij("portfolio.formaat");
    } else if (open.at(-1).has(sleutel)) throw new Geweigerd(spreek("portfolio.dubbel", { sleutel: sleutel.slice(0, 100) }));
    else open.at(-1).add(sleutel);
  }
}

// What was read, held against this framework.
function nagekeken(gelezen) {
  if (typeof gelezen?.student !== "string" || !isLijst(gelezen.bewijs)) throw new Geweigerd(spreek("portfolio.geen_bestand"));
  const portfolio = deelVan(gelezen.formaat === 1 ? vernieuwd(gelezen) : gelezen, "portfolio", "portfolio");
  portfolio.kenmerk = deelVan(portfolio.kenmerk, "kenmerk", "kenmerk");
  eisDitRaamwerk(portfolio.kenmerk);
  for (const lijst of ["bewijs", "notities"]) {
    portfolio[lijst] = portfolio[lijst].map((regel, plaats) => deelVan(regel, lijst, `${lijst}[${plaats}]`));
  }
  return portfolio;
}

// What is left out in a file: what is not said, and a list of notes that has none.
function zonderLege(deel) {
  return Object.fromEntries(Object.entries(deel).filter(([naam, waarde]) => waarde !== null && !(naam === "notities" && !waarde.length)));
}

function schrijfPortfolio(portfolio) {
  const delen = { bewijs: portfolio.bewijs.map(zonderLege), notities: portfolio.notities.map(zonderLege) };
  return `${canoniek(zonderLege({ ...portfolio, ...delen }))}\n`;
}

// Canonical JSON: an object that holds no list or other object stands on one line.
function canoniek(waarde, diepte = 0) {
  if (typeof waarde !== "object") return JSON.stringify(waarde);
  const [begin, einde] = isLijst(waarde) ? "[]" : "{}";
  const naam = (sleutel) => (isLijst(waarde) ? "" : `${JSON.stringify(sleutel)}: `);
  const delen = Object.entries(waarde).map(([sleutel, deel]) => naam(sleutel) + canoniek(deel, diepte + 1));
  const plat = !isLijst(waarde) && !Object.values(waarde).some((deel) => typeof deel === "object");
  if (plat || !delen.length) return begin + delen.join(", ") + einde;
  const wit = `\n${" ".repeat(diepte + 1)}`;
  return `${begin}${wit}${delen.join(`,${wit}`)}\n${" ".repeat(diepte)}${einde}`;
}
