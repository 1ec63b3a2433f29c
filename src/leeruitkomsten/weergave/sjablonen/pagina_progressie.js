// A row through all niveaus, and what deepens between two of them.
const NIETS = spreek("pagina.rij_vraagt_niets");
const ANDERS = spreek("pagina.andere_tekst");
const SUGGESTIE = spreek("pagina.suggestie");

function lijst(...regels) {
  return maak("ul", { class: "criteria" }, ...regels);
}

// What a cell asks, of a difference only what this side says; a text of which little is left stands whole, and says so.
function kantlijst(codes, verschillen, weg = []) {
  if (!codes.length) return maak("p", { class: "leeg" }, NIETS);
  const toon = (item, delen) => {
    if (!delen) return regel(item);
    return staanHeel(delen) ? regel(item, undefined, [maak("span", { class: "anders" }, ANDERS)]) : regel(item, delen.filter(([soort]) => !weg.includes(soort)));
  };
  return lijst(...codes.map((code, plaats) => toon(items.get(code), verschillen[plaats])));
}

// What happens in a row from one niveau to another, in words.
function soorten(naar) {
  return new Map([
    ["verdiept", spreek("pagina.verdiept")],
    ["nieuw", spreek("pagina.nieuw", { naar })],
    ["vervalt", spreek("pagina.vervalt", { naar })],
    ["gelijk", spreek("pagina.gelijk")],
  ]);
}

function soortVan(van, naar) {
  if (!van.length) return "nieuw";
  if (!naar.length) return "vervalt";
  return JSON.stringify(van) === JSON.stringify(naar) ? "gelijk" : "verdiept";
}

// What a row asks at two niveaus: what happens in it, and the texts in pieces where both ask equally many.
function stapVan(rij, laag, hoog) {
  const [van, naar] = [rij.cellen[laag - 1], rij.cellen[hoog - 1]];
  const [oud, nieuw] = [van, naar].map((codes) => codes.map((code) => items.get(code).tekst));
  const verschillen = oud.length === nieuw.length ? oud.map((tekst, plek) => verschil(tekst, nieuw[plek])) : [];
  return { rij, soort: soortVan(oud, nieuw), van, naar, verschillen };
}

// The rows that ask something at one of two niveaus, of one leerlijn or of all, in their order.
function stappen(van, naar, leerlijn) {
  const gevraagd = (rij) => rij.cellen[van - 1].length || rij.cellen[naar - 1].length;
  const deze = gegevens.rijen.filter((rij) => (!leerlijn || rij.leerlijn === leerlijn) && gevraagd(rij));
  return deze.map((rij) => stapVan(rij, van, naar));
}

// One niveau of a row in a few words: what it is, and its criteria with the words that come there.
function kortNiveauVanRij(rij, niveau, vorig) {
  const verschillen = vorig && rij.cellen[niveau - 1].length ? stapVan(rij, vorig, niveau).verschillen : [];
  const kop = maak("h4", { class: "soort" }, spreek("niveau", { nummer: niveau }));
  return maak("div", { class: "kolom" }, kop, kantlijst(rij.cellen[niveau - 1], verschillen, VAN_ALLEEN));
}

// One niveau of a row: its criteria, with the words that differ from the niveau before it that asks something.
function niveauVanRij(rij, niveau, vorig) {
  const codes = rij.cellen[niveau - 1];
  const fase = inTaal(fasen.get(niveau));
  const kop = maak("h3", {}, codelink(`${rij.leerlijn}${niveau}`), " ", ...spreekDelen("pagina.niveau_fase", { nummer: niveau, fase }));
  const blok = maak("section", { class: "kolom" }, kop);
  if (!codes.length || !vorig) {
    blok.append(kantlijst(codes, []));
    return blok;
  }
  const stap = stapVan(rij, vorig, niveau);
  const zin = stap.soort === "gelijk" ? spreek("pagina.tekst_gelijk") : SUGGESTIE;
  const aantallen = { van: vorig, aantal_van: stap.van.length, naar: niveau, aantal_naar: codes.length };
  const uitleg = stap.verschillen.length
    ? spreek("pagina.vergeleken", { nummer: vorig, zin })
    : spreek("pagina.verschilt", aantallen);
  blok.append(maak("p", { class: "uitleg" }, uitleg));
  blok.append(kantlijst(codes, stap.verschillen, VAN_ALLEEN));
  return blok;
}

// Where to go from a row: its leerlijn, and the rows beside it.
function wegwijzer(rij) {
  const buren = gegevens.rijen.filter((ander) => ander.leerlijn === rij.leerlijn).map((ander) => ander.code);
  const plaats = buren.indexOf(rij.code);
  const link = (code, inhoud) => (code ? [" ", maak("a", { href: `#${code}` }, inhoud)] : []);
  const [vorige, volgende] = [buren[plaats - 1], buren[plaats + 1]];
  return maak(
    "p",
    { class: "verder" },
    spreek("pagina.bij_leerlijn"),
    ...link(rij.leerlijn, inTaal(namen.get(rij.leerlijn))),
    ...link(vorige, spreek("pagina.vorige_rij", { code: vorige })),
    ...link(volgende, spreek("pagina.volgende_rij", { code: volgende })),
  );
}

// The niveaus of a row beside each other, from one to another.
function niveausVanRij(rij, laag, hoog, teken) {
  let vorig = 0;
  return gegevens.niveaus.filter(({ nummer }) => nummer >= laag && nummer <= hoog).map(({ nummer }) => {
    const kolom = teken(rij, nummer, vorig);
    if (rij.cellen[nummer - 1].length) vorig = nummer;
    return kolom;
  });
}

function tekenRij(code) {
  const rij = rijen.get(code);
  bij("rij").replaceChildren(maak("span", { class: "code" }, code), ` ${spreek("pagina.door_de_niveaus")}`);
  const kolommen = niveausVanRij(rij, 1, gegevens.niveaus.length, niveauVanRij);
  const naast = naastElkaar(maak("div", { class: "kolommen" }), ...kolommen);
  const naam = rij.eigen ? ` (${spreek("pagina.eigen_naam")})` : "";
  bij("rij-inhoud").replaceChildren(...(rij.naam ? [maak("p", {}, inTaal(rij.naam), naam)] : []), wegwijzer(rij), naast, maak("p", { class: "uitleg" }, spreek("pagina.merken")));
}

function stapkop(rij, wat) {
  const soort = wat ? [maak("span", { class: "soort" }, wat)] : [];
  return maak("div", { class: "stapkop" }, codelink(rij.code), " ", ...rijnaam(rij), " ", ...soort);
}

// A row at each niveau from one to another, with the words that come at each.
function tekenStappen({ rij }, van, naar) {
  return naastElkaar(maak("li", { class: "stap veel" }), stapkop(rij, ""), ...niveausVanRij(rij, van, naar, kortNiveauVanRij));
}

function tekenStap(stap, van, naar) {
  const gekoppeld = stap.verschillen;
  const kant = (niveau, codes, weg) =>
    maak(
      "div",
      {},
      maak("h4", { class: "kant" }, spreek("niveau", { nummer: niveau })),
      kantlijst(codes, gekoppeld, weg),
    );
  const ongelijk = stap.van.length && stap.naar.length && !gekoppeld.length;
  const soort = soorten(naar).get(stap.soort);
  const wat = ongelijk ? spreek("pagina.niet_gekoppeld", { soort }) : soort;
  return naastElkaar(maak("li", { class: "stap" }), stapkop(stap.rij, wat), kant(van, stap.van, NAAR_ALLEEN), kant(naar, stap.naar, VAN_ALLEEN));
}

function samenvatting(gevraagd, naar) {
  const woord = soorten(naar);
  const tel = (soort) => gevraagd.filter((stap) => stap.soort === soort).length;
  const geteld = (soort) => spreek("pagina.soort_aantal", { aantal: tel(soort), soort: woord.get(soort) });
  const delen = [...woord.keys()].filter(tel).map(geteld);
  const een = gevraagd.length === 1;
  const aantal = een ? spreek("pagina.een_rij") : spreek("pagina.rijen", { aantal: gevraagd.length });
  const zin = `${[aantal, delen.join(", ")].filter(Boolean).join(": ")}.`;
  const gekoppeld = gevraagd.some((stap) => stap.verschillen.length);
  return gekoppeld ? `${zin} ${SUGGESTIE}` : zin;
}

function tekenVerdieping(van, naar, leerlijn, alle) {
  const gevraagd = stappen(van, naar, leerlijn);
  const inLeerlijn = (code) => gevraagd.filter((stap) => stap.rij.leerlijn === code);
  const delen = gegevens.leerlijnen.filter(({ code }) => inLeerlijn(code).length).map(({ code, naam }) =>
    maak(
      "section",
      {},
      maak("h3", {}, codelink(code), " ", inTaal(naam)),
      maak("ol", {}, ...inLeerlijn(code).map((stap) => (alle ? tekenStappen : tekenStap)(stap, van, naar))),
    ),
  );
  bij("samenvatting").textContent = samenvatting(gevraagd, naar);
  bij("verdiepingen").replaceChildren(...delen);
}
