// A mark in the text and its entry beside it light up together; what one links to comes into view without a jump.
export function reading() {
  for (const place of document.querySelectorAll("[data-reading]")) start(place);
}

function start(place) {
  const of = (node) => node?.dataset.of?.split(" ") ?? (node?.dataset.thing ? [node.dataset.thing] : []);
  const near = (event) => event.target.closest?.("[data-of], [data-thing]");
  let held = []; // what was clicked stays lit, also while another mark comes to lie under the pointer
  const light = (ids) => {
    for (const lit of place.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const id of [...ids.slice(0, 1), ...held]) {
      for (const part of place.querySelectorAll(`[data-of~="${id}"], [data-thing="${id}"]`)) part.classList.add("lit");
    }
  };
  for (const kind of ["mouseover", "focusin"]) place.addEventListener(kind, (event) => light(of(near(event))));
  place.addEventListener("mouseleave", () => light([]));
  place.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    const entry = target.closest("[data-thing]");
    held = entry ? of(entry) : [target.id.slice(2)];
    light([]);
    (entry?.querySelector("a") ?? target.nextElementSibling)?.focus({ preventScroll: true });
  });
}
