// What changed since the edition before: the page carries it as it was drawn, and its codes lead to their places.
function toonVergelijking() {
  toon("vergelijking");
  titel(spreek("verschil.kop"));
  return bij("vergelijking");
}
