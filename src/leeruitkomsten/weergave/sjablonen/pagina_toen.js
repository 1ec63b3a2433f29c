// Then and now: a portfolio beside an earlier file of it, or beside itself as it was on a day. What has gone is never hidden.
let vroeger = null;

// What was there, what is there, and which day or file that is of; `null` where nothing is compared.
function vergelijking() {
  const [dag, laatste] = [bij("toen").value, bij("tot").value];
  const tot = (einde, lijst) => lijst.filter(({ datum }) => datum <= einde);
  const op = (einde) => ({ bewijs: tot(einde, portfolio.bewijs), notities: tot(einde, portfolio.notities) });
  if (vroeger) return { toen: vroeger, nu: portfolio, sinds: vroeger.datum && metDatum(vroeger.datum) };
  if (!dag || dagenfout()) return null;
  return { toen: op(dag), nu: laatste ? op(laatste) : portfolio, sinds: metDatum(dag) };
}

// Why the days that were filled in cannot be compared; nothing where they can be, or where none was.
function dagenfout() {
  const [dag, laatste] = [bij("toen").value, bij("tot").value];
  if (!laatste || (dag && dag <= laatste)) return "";
  return dag ? spreek("portfolio.dagen_omgekeerd", { toen: metDatum(dag), tot: metDatum(laatste) }) : spreek("portfolio.eerste_dag");
}

// The pieces of two lists, each with what became of it: in the order of what is there now, what has gone behind it.
function verschillen(toen, nu) {
  const over = new Map();
  for (const deel of toen) {
    const sleutel = JSON.stringify(deel);
    over.set(sleutel, [...(over.get(sleutel) ?? []), deel]);
  }
  const hier = nu.map((deel) => [over.get(JSON.stringify(deel))?.pop() ? "was" : "nieuw", deel]);
  return [...hier, ...[...over.values()].flat().map((deel) => ["weg", deel])];
}

const WORD = { nieuw: spreek("portfolio.erbij_gekomen"), was: spreek("portfolio.was_er"), weg: spreek("portfolio.verdwenen") };

function veranderregel([wat, deel]) {
  const regel = (deel.criterium ? bewijsregel : notitieregel)(deel);
  regel.prepend(maak("span", { class: `wat ${wat}` }, `${{ nieuw: "+", was: "=", weg: "−" }[wat]} ${WORD[wat]}`));
  return regel;
}

// Of a criterium: whether it was shown then, and is now.
function toenEnNu(code, { toen, nu }) {
  const [was, is] = [toen, nu].map(({ bewijs }) => bewijs.some(({ criterium }) => criterium === code));
  return was === is ? [] : [maak("span", { class: "waar" }, spreek(is ? "portfolio.nu_wel" : "portfolio.nu_niet"))];
}

function veranderblok(code, delen, vergeleken) {
  const tekst = items.get(code)?.tekst;
  const kop = maak("div", { class: "bij" }, codelink(code), ...toenEnNu(code, vergeleken));
  return maak("li", {}, kop, ...(tekst ? [maak("p", gegevens.tekst, tekst)] : []), maak("ul", { class: "stukken" }, ...delen.map(veranderregel)));
}

function tekenVeranderd() {
  const vergeleken = vergelijking();
  bij("dagenfout").textContent = dagenfout();
  bij("veranderd").hidden = bij("niet-vergelijken").hidden = !vergeleken;
  if (!vergeleken) return;
  const { toen, nu, sinds } = vergeleken;
  const alle = ["bewijs", "notities"].flatMap((lijst) => verschillen(toen[lijst].map(zonderLege), nu[lijst].map(zonderLege)));
  const veranderd = Map.groupBy(alle, ([, deel]) => deel.criterium ?? deel.code);
  const anders = [...codes, ...gegevens.niveaus.map(({ nummer }) => `EvL${nummer}`)];
  const blokken = [...new Set(anders)]
    .filter((code) => veranderd.get(code)?.some(([wat]) => wat !== "was"))
    .map((code) => veranderblok(code, veranderd.get(code), vergeleken));
  const tel = (wat, isBewijs) => alle.filter(([een, deel]) => een === wat && (deel.criterium !== undefined) === isBewijs).length;
  const som = { bewijs: tel("nieuw", true), notities: tel("nieuw", false), weg: tel("weg", true) + tel("weg", false) };
  bij("veranderkop").textContent = sinds ? spreek("portfolio.sinds", { datum: sinds }) : spreek("portfolio.sinds_bestand");
  bij("veranderd-som").textContent = blokken.length ? spreek("portfolio.veranderd", som) : spreek("portfolio.niets_veranderd");
  bij("andere-student").hidden = !vroeger || vroeger.student === portfolio.student;
  bij("andere-student").textContent = vroeger ? spreek("portfolio.andere_student", { student: vroeger.student }) : "";
  bij("veranderingen").replaceChildren(...blokken);
}

function zetVroeger(nieuw) {
  vroeger = nieuw;
  bij("toen").value = bij("tot").value = "";
}

function eisEerder(toen, nu) {
  if (toen && nu && toen > nu) throw new Geweigerd(spreek("portfolio.niet_eerder", { toen: metDatum(toen), nu: metDatum(nu) }));
}

function openVroeger(bestand) {
  if (!bestand) return;
  probeer(async () => {
    const gelezen = leesPortfolio(await bytesVan(bestand));
    eisEerder(gelezen.datum, portfolio.datum);
    zetVroeger(gelezen);
    zegFout("");
    tekenVeranderd();
    richt(bij("veranderkop"));
  });
}

function startVergelijken() {
  bij("kies-vroeger").addEventListener("click", () => bij("vroeger").click());
  bij("vroeger").addEventListener("change", ({ target }) => {
    openVroeger(target.files[0]);
    target.value = "";
  });
  bij("vergelijk").addEventListener("change", ({ target }) => {
    if (target.type !== "date") return;
    vroeger = null;
    tekenVeranderd();
  });
  bij("niet-vergelijken").addEventListener("click", () => {
    zetVroeger(null);
    tekenVeranderd();
    bij("vergelijk").querySelector("summary").focus();
  });
}
