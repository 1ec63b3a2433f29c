// Search on the screen: as is typed, narrowed by leerlijn and niveau, with an address of its own.
const veld = bij("zoekveld");
const leerlijnkeuze = bij("leerlijn");
let wacht;
// The niveau that was chosen in the matrices: search begins in all of them, and gives it back.
let niveauVoorZoeken = null;
// From the moment that search is left by way of the back button, until the address followed.
let opWegTerug = false;

const gevraagd = () => new URLSearchParams(location.hash.slice(1));
const zoekadresHier = () => location.hash.startsWith("#zoek=");
const zoekend = () => zoekadresHier() && gevraagd().get("zoek").trim() !== "";

function zoekadres() {
  const deel = new URLSearchParams({ zoek: veld.value });
  if (leerlijnkeuze.value) deel.set("leerlijn", leerlijnkeuze.value);
  if (niveaukeuze.value) deel.set("niveau", niveaukeuze.value);
  return `#${deel}`;
}

function bewaarZoekadres() {
  clearTimeout(wacht);
  if (zoekend() && veld.value.trim()) history.replaceState(history.state, "", zoekadres());
}

function waar(item) {
  return `${item.soort ? `${item.soort}, ` : ""}niveau ${item.niveau} ${fasen.get(item.niveau)}`;
}

function toonTreffers() {
  const treffers = zoek(veld.value, leerlijnkeuze.value, Number(niveaukeuze.value));
  bij("treffers").replaceChildren(...treffers.map(({ item, delen }) => regel(item, delen, waar(item))));
  bij("gevonden").textContent = `Zoekresultaten voor: ${veld.value}`;
  titel(`Zoek: ${veld.value}`);
  // A code is no word of a text; whoever types one wants to go there.
  const naar = bedoeld(veld.value).flatMap((code) => [" Ga naar ", codelink(code)]);
  bij("aantal").replaceChildren(...(naar.length && !treffers.length ? ["Dat is een code."] : uitslag(treffers.length)), ...naar);
}

// How many were found; where search was narrowed, that it was, how many there are in all, and a button to see those.
function uitslag(hier) {
  const alle = zoek(veld.value, "", 0).length;
  const niveau = niveaukeuze.value && ` op niveau ${niveaukeuze.value}`;
  const waarin = niveau + (leerlijnkeuze.value && ` in ${leerlijnkeuze.value}`);
  if (!alle) return ["Niets gevonden. Probeer een ander woord, of minder woorden."];
  if (!waarin) return [`${alle} gevonden.`];
  const zin = hier ? `${hier} gevonden${waarin} (van ${alle}).` : `Niets gevonden${waarin}. In alle leerlijnen en niveaus: ${alle}.`;
  return hier === alle ? [zin] : [zin, " ", maak("button", { type: "button", id: "overal" }, "zoek overal")];
}

function zoekOveral() {
  kies(leerlijnkeuze, "");
  kies(niveaukeuze, "");
  toonTreffers();
  bewaarZoekadres();
  richt(bij("gevonden"));
}

function beginZoeken() {
  niveauVoorZoeken ??= niveaukeuze.value;
  toon("gevonden");
  toonTreffers();
}

// Leave the field and the choices as they were before the search.
function eindigZoeken() {
  veld.value = "";
  bij("aantal").textContent = "";
  kies(leerlijnkeuze, "");
  if (niveauVoorZoeken !== null) kies(niveaukeuze, niveauVoorZoeken);
  niveauVoorZoeken = null;
}

// The address follows when the typing rests: browsers allow only so many changes in a row.
function typ() {
  if (!veld.value.trim()) {
    stopZoeken();
  } else if (zoekend()) {
    toonTreffers();
    clearTimeout(wacht);
    wacht = setTimeout(bewaarZoekadres, 400);
  } else {
    niveauVoorZoeken = niveaukeuze.value;
    kies(niveaukeuze, "");
    history.pushState({ vanHier: true }, "", zoekadres());
    beginZoeken();
  }
}

function stopZoeken() {
  clearTimeout(wacht);
  if (!zoekend() || opWegTerug) return;
  if (history.state?.vanHier) {
    opWegTerug = true;
    history.back();
  } else {
    history.replaceState(null, "", `#${START}`);
    toonAdres();
    veld.focus();
  }
}

function toonZoeken() {
  niveauVoorZoeken ??= niveaukeuze.value;
  veld.value = gevraagd().get("zoek");
  kies(leerlijnkeuze, gevraagd().get("leerlijn") ?? "");
  kies(niveaukeuze, gevraagd().get("niveau") ?? "");
  beginZoeken();
  return bij("gevonden");
}

function kiesUit() {
  if (zoekend()) {
    toonTreffers();
    bewaarZoekadres();
  } else {
    toonNiveau();
    laatVerborgenPlaatsLos();
  }
}
