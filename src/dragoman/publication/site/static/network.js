// The network with a script: a state can be dragged, the drawing brought closer, and the neighbours of a state brought out.
// The page has drawn all of it already; without this it can be read and every state and tie followed all the same.
import { drag, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, select, zoom, zoomIdentity } from "./vendor/d3-subset.js";

for (const figure of document.querySelectorAll("[data-network]")) alive(figure);

function alive(figure) {
  const svg = figure.querySelector("svg");
  const nodes = [...svg.querySelectorAll("[data-state]")].map(node);
  const known = new Map(nodes.map((one) => [one.id, one]));
  const ties = [...svg.querySelectorAll("[data-one]")].map((element) => ({
    element, lines: element.querySelectorAll("line"), source: known.get(element.dataset.one), target: known.get(element.dataset.other),
  }));
  neighbours(nodes, ties);
  draggable(nodes, simulation(nodes, ties));
  closer(figure, svg);
}

function node(element) {
  const { e: x, f: y } = element.transform.baseVal.consolidate().matrix;
  return { element, id: element.dataset.state, radius: Number(element.dataset.radius), x, y, home: { x, y } };
}

function neighbours(nodes, ties) {
  for (const one of nodes) {
    const mine = ties.filter((tie) => tie.source === one || tie.target === one);
    const near = new Set([one, ...mine.flatMap((tie) => [tie.source, tie.target])]);
    const show = () => {
      for (const other of nodes) other.element.classList.toggle("far", !near.has(other));
      for (const tie of ties) tie.element.classList.toggle("far", !mine.includes(tie));
    };
    const all = () => [...nodes, ...ties].forEach(({ element }) => element.classList.remove("far"));
    for (const [event, act] of [["mouseenter", show], ["focus", show], ["mouseleave", all], ["blur", all]]) one.element.addEventListener(event, act);
  }
}

// Nothing moves before somebody drags: the places that the page gave are where every state wants to be.
function simulation(nodes, ties) {
  return forceSimulation(nodes)
    .force("ties", forceLink(ties).distance((tie) => Math.hypot(tie.source.home.x - tie.target.home.x, tie.source.home.y - tie.target.home.y)).strength(0.15))
    .force("apart", forceManyBody().strength(-30))
    .force("names", forceCollide((one) => one.radius + 14))
    .force("x", forceX((one) => one.home.x).strength(0.12))
    .force("y", forceY((one) => one.home.y).strength(0.12))
    .stop()
    .on("tick", () => {
      for (const one of nodes) one.element.setAttribute("transform", `translate(${one.x} ${one.y})`);
      for (const { lines, source, target } of ties)
        for (const line of lines)
          for (const [name, value] of [["x1", source.x], ["y1", source.y], ["x2", target.x], ["y2", target.y]]) line.setAttribute(name, value);
    });
}

function draggable(nodes, moving) {
  let dragged = false;
  select(document).selectAll(() => nodes.map((one) => one.element)).data(nodes).call(
    drag()
      .on("start", (event, one) => { dragged = false; one.fx = one.x; one.fy = one.y; })
      .on("drag", (event, one) => {
        if (!dragged) moving.alphaTarget(0.25).restart();
        dragged = true;
        one.fx = event.x;
        one.fy = event.y;
      })
      .on("end", (event, one) => {
        moving.alphaTarget(0);
        one.home = { x: one.fx, y: one.fy };
        moving.force("x").x((other) => other.home.x);
        moving.force("y").y((other) => other.home.y);
        one.fx = one.fy = null;
      }),
  );
  // The end of a drag is no click on the link.
  for (const { element } of nodes) element.addEventListener("click", (event) => dragged && (event.preventDefault(), (dragged = false)), true);
}

// A wheel alone scrolls the page, as everywhere; with Ctrl, or two fingers, it brings the drawing closer.
function closer(figure, svg) {
  const zooming = zoom()
    .scaleExtent([1, 6])
    .translateExtent([[0, 0], [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]])
    .extent([[0, 0], [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]])
    .filter((event) => (event.type === "wheel" ? event.ctrlKey : event.touches ? event.touches.length > 1 : !event.button))
    .on("zoom", ({ transform }) => svg.querySelector("[data-zoomed]").setAttribute("transform", transform));
  const drawing = select(svg).call(zooming).on("dblclick.zoom", null);
  const buttons = figure.querySelector("[data-buttons]");
  buttons.hidden = false;
  buttons.addEventListener("click", ({ target }) => {
    if (!target.dataset.zoom) return;
    if (target.dataset.zoom === "0") zooming.transform(drawing, zoomIdentity);
    else zooming.scaleBy(drawing, Number(target.dataset.zoom));
  });
}
