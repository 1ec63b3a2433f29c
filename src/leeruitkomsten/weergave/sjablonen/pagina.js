// The page itself: what is shown follows from the address behind the #, so that links and the back button work.
function anker() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

// Show what the address asks for; gives the place that the focus belongs on, if there is one.
function toonAdres() {
  if (zoekend()) return toonZoeken();
  eindigZoeken();
  const naar = anker();
  if (!naar || zoekadresHier()) return begin();
  if (blikken.has("verdieping") && /^verdieping(-[1-9]\d?-[1-9]\d?(-[A-Z]+)?)?$/.test(naar)) return toonVerdieping(naar);
  if (naar === "portfolio" && blikken.has(naar)) return toonPortfolio();
  if (naar === "voortgang" && blikken.has(naar)) return toonVoortgang();
  if (rijen.has(naar)) return toonRij(naar);
  return codes.has(naar) ? toonCode(naar) : toonOnbekend(naar);
}

function begin() {
  if (gegevens.portfolio) {
    toonPortfolio();
    return null;
  }
  toon(START);
  document.title = gegevens.naam;
  return null;
}

// Whoever ended a search stays in its field, and may have typed on meanwhile.
function volgAdres() {
  const [terug, getypt] = [opWegTerug, veld.value];
  opWegTerug = false;
  const plaats = toonAdres();
  if (!terug) {
    if (plaats) richt(plaats);
    return;
  }
  veld.focus();
  if (getypt.trim()) {
    veld.value = getypt;
    typ();
  }
}

// --- the clipboard: browsers may refuse it to a page that was opened as a file

async function kopieer(code) {
  const adres = `${location.href.split("#")[0]}#${code}`;
  if ((await naarKlembord(adres)) || naarKlembordVanVroeger(adres)) {
    meld(spreek("pagina.gekopieerd", { code }));
  } else {
    bij("adres").value = adres;
    bij("venster").showModal();
    bij("adres").select();
  }
}

async function naarKlembord(tekst) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    return false;
  }
}

function naarKlembordVanVroeger(tekst) {
  const had = document.activeElement;
  const hulp = maak("textarea", { class: "stil" }, tekst);
  document.body.append(hulp);
  hulp.select();
  const gelukt = document.execCommand("copy");
  hulp.remove();
  had.focus({ preventScroll: true });
  return gelukt;
}

let uit;

function meld(tekst) {
  bij("gezegd").textContent = tekst;
  clearTimeout(uit);
  uit = setTimeout(() => bij("gezegd").replaceChildren(), 5000);
}

// --- light and dark

function donker() {
  const gekozen = document.documentElement.dataset.kleur;
  return gekozen ? gekozen === "donker" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function toonKleur() {
  bij("kleur").setAttribute("aria-pressed", String(donker()));
}

function wisselKleur() {
  document.documentElement.dataset.kleur = donker() ? "licht" : "donker";
  toonKleur();
}

// --- what happens when

function klik(gebeurtenis) {
  const knop = gebeurtenis.target.closest("button");
  if (knop?.dataset.kopieer) kopieer(knop.dataset.kopieer);
  else if (knop?.matches(".op-een-vel")) drukOverzicht();
  else if (knop?.matches(".afdrukken")) print();
  else if (knop?.id === "overal") zoekOveral();
}

function wis(gebeurtenis) {
  if (gebeurtenis.key !== "Escape" || !zoekend() || bij("venster").open) return;
  gebeurtenis.preventDefault();
  veld.value = "";
  stopZoeken();
}

function start() {
  for (const element of document.querySelectorAll(".met-script")) element.hidden = false;
  zetKopieerknoppen();
  toonKleur();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", toonKleur);
  addEventListener("hashchange", volgAdres);
  document.addEventListener("click", klik);
  document.addEventListener("keydown", wis);
  bij("kleur").addEventListener("click", wisselKleur);
  bij("overslaan").addEventListener("click", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    bij("inhoud").focus();
  });
  veld.addEventListener("input", typ);
  veld.addEventListener("blur", bewaarZoekadres);
  bij("zoeken").addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (zoekend()) richt(bij("gevonden"));
  });
  bij("keuze").addEventListener("change", kiesUit);
  bij("verdiepingskeuze")?.addEventListener("change", kiesVerdieping);
  if (gegevens.kenmerken) startPortfolio();
  volgAdres();
}

start();
