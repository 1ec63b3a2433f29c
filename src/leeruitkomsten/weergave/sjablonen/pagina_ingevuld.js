// The sheets with what stands in the portfolio, as Python fills them in: student, day, evidence and notes, each in its place.
const INGEVULD = "ingevuld";

const druksoorten = { bewijs: "", feedback: spreek("vel.feedback"), feedforward: spreek("vel.feedforward"), afspraak: spreek("vel.afspraak") };

function drukstuk(deel, metKop) {
  const bij = [metDatum(deel.datum), deel.titel === undefined ? null : deel.soort, deel.rol, deel.verwijzing].filter(Boolean).join(", ");
  const kop = deel.titel === undefined && metKop ? [maak("b", {}, `${druksoorten[deel.soort]}:`), " "] : [];
  return maak("p", { class: `stuk ${INGEVULD}`, dir: "auto" }, ...kop, maak("span", { class: "woorden" }, deel.titel ?? deel.tekst), " ", maak("small", {}, bij));
}

// The pieces at a code, of one soort after another; of which it is stands before those of `metKop`.
function drukstukken(perVel, code, soorten, metKop = soorten) {
  return soorten.flatMap((soort) => (perVel.get(`${code} ${soort}`) ?? []).map((deel) => drukstuk(deel, metKop.includes(soort))));
}

function perVelcode() {
  const perVel = new Map();
  const zet = (code, soort, deel) => perVel.set(`${code} ${soort}`, [...(perVel.get(`${code} ${soort}`) ?? []), deel]);
  for (const deel of portfolio.bewijs) zet(deel.criterium, "bewijs", deel);
  for (const deel of portfolio.notities) zet(deel.code, deel.soort, deel);
  return perVel;
}

const tekenzin = () => `${spreek("tekens", { aan: "●", nog: "○" })} ${spreek("geen_oordeel")}`;
const legenda = () => maak("p", { class: `legenda ${INGEVULD}` }, tekenzin());

function vulFormulier(vel, perVel, getoond) {
  const evl = vel.parentElement.dataset.bij;
  const gegevensvel = vel.querySelector(".gegevens");
  gegevensvel.before(legenda());
  for (const [rij, wat] of [[0, portfolio.student], [2, portfolio.datum ? metDatum(portfolio.datum) : ""]]) {
    gegevensvel.rows[rij].cells[1].append(maak("span", { class: INGEVULD }, wat));
  }
  for (const blok of vel.querySelectorAll("section.uitkomst")) {
    const code = blok.querySelector(".code").textContent;
    blok.lastElementChild.before(...drukstukken(perVel, code, NOTITIESOORTEN));
    blok.querySelector("thead th")?.append(" ", maak("small", { class: `wiens ${INGEVULD}` }, `${evl}, ${portfolio.student}`));
  }
  for (const { cells: [kop, bewijs, feedback, feedforward] } of vel.querySelectorAll(".criteria tbody tr")) {
    const code = kop.querySelector(".code").textContent;
    const is = getoond.has(code);
    const merkje = maak("span", { class: INGEVULD }, maak("span", { class: "teken", "aria-hidden": "true" }, is ? "●" : "○"), ` ${spreek(is ? "aangetoond" : "nog_aan_te_tonen")}`);
    bewijs.append(merkje, ...drukstukken(perVel, code, ["bewijs"]));
    feedback.append(...drukstukken(perVel, code, ["feedback"], []));
    feedforward.append(...drukstukken(perVel, code, ["feedforward", "afspraak"], ["afspraak"]));
  }
  const [indruk, afspraken] = vel.querySelectorAll(".gesprek td");
  indruk.append(...drukstukken(perVel, evl, ["feedback"], []));
  afspraken.append(...drukstukken(perVel, evl, ["feedforward", "afspraak"], ["feedforward"]));
  const elders = gegevens.items.filter((item) => !item.soort && `EvL${item.niveau}` !== evl && getoond.has(item.code)).map(({ code }) => code);
  if (elders.length) vel.querySelector(".onder").prepend(maak("p", { class: INGEVULD }, spreek("elders", { codes: elders.join(", ") })));
}

function gezegd(perVel, code) {
  const stukken = drukstukken(perVel, code, ["bewijs", ...NOTITIESOORTEN]);
  return stukken.length ? [maak("div", { class: `gezegd ${INGEVULD}`, ...(gegevens.tekst.lang ? gegevens.scherm : {}) }, ...stukken)] : [];
}

function vulMatrix(vel, perVel, getoond) {
  const bekend = [`${spreek("vel.student")}: ${portfolio.student}`, ...(portfolio.datum ? [`${spreek("vel.datum")}: ${metDatum(portfolio.datum)}`] : [])];
  vel.querySelector(".boven .kader").before(maak("p", { class: `wie bekend ${INGEVULD}` }, ...bekend.map((zin) => maak("span", {}, zin))));
  vel.querySelector(".schuif").before(legenda());
  for (const code of vel.querySelectorAll("tbody b.code")) {
    const naam = code.textContent;
    if (!isCriterium(naam)) {
      const geteld = telling(naam, getoond);
      const zin = maak("span", { class: `telling ${INGEVULD}` }, spreek("telling_aangetoond", geteld));
      code.parentElement.append(...(geteld.totaal ? [" ", zin] : []), ...gezegd(perVel, naam));
      continue;
    }
    const is = getoond.has(naam);
    const woord = stil(`${spreek(is ? "aangetoond" : "nog_aan_te_tonen")}:`);
    const merkje = [maak("span", { class: `teken ${INGEVULD}`, "aria-hidden": "true" }, is ? "●" : "○"), maak("span", { class: INGEVULD }, " ", woord, " ")];
    code.before(...merkje);
    code.parentElement.append(...gezegd(perVel, naam));
  }
}

function tekenVellen(getoond) {
  for (const oud of document.querySelectorAll(`#afdruk .${INGEVULD}`)) oud.remove();
  wie = portfolio ? [portfolio.student, portfolio.datum && metDatum(portfolio.datum)].filter(Boolean).join(", ") : "";
  for (const plek of document.querySelectorAll(".evl .wie")) plek.textContent = wie && `${wie}. ${tekenzin()}`;
  if (!portfolio) return;
  const perVel = perVelcode();
  for (const vel of document.querySelectorAll("#afdruk .formulier")) vulFormulier(vel, perVel, getoond);
  for (const vel of document.querySelectorAll("#afdruk .matrix")) vulMatrix(vel, perVel, getoond);
}
