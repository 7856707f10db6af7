// Drawing over the bars of a series chooses their time: the same as filling in "since" and "until".
export function brush(root = document) {
  for (const figure of root.querySelectorAll("[data-series]")) start(figure);
}

function start(figure) {
  const svg = figure.querySelector("svg");
  const form = document.querySelector("form.filters");
  const bars = [...svg.querySelectorAll("a[data-since]")];
  if (!form || bars.length < 2) return;
  let from = null;
  const band = document.createElementNS(svg.namespaceURI, "rect");
  band.setAttribute("class", "brush");
  band.setAttribute("height", "100%");
  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
  };
  const middle = (bar) => {
    const hit = bar.querySelector(".hit");
    return Number(hit.getAttribute("x")) + Number(hit.getAttribute("width")) / 2;
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button) return; // a finger scrolls
    from = place(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = place(event);
    if (Math.abs(to - from) < 8) return;
    if (!band.isConnected) {
      svg.prepend(band);
      svg.setPointerCapture(event.pointerId);
    }
    band.setAttribute("x", Math.min(from, to));
    band.setAttribute("width", Math.abs(to - from));
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerup", (event) => {
    const [left, right] = [from, place(event)].sort((one, other) => one - other);
    from = null;
    if (!band.isConnected) return; // a click: the bar's own link
    band.remove();
    const chosen = bars.filter((bar) => left <= middle(bar) && middle(bar) <= right);
    if (!chosen.length) return;
    form.elements.since.value = chosen[0].dataset.since;
    form.elements.until.value = chosen.at(-1).dataset.until;
    form.requestSubmit();
  });
}
