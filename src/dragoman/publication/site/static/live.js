// What is new, as it comes: how far a reading is, and the parts of the page that show the record, when it has changed.
import { page } from "./page.js";

const WAIT = 800; // ms: a reading of many reports changes the record many times

export function live() {
  const line = document.querySelector("[data-live]");
  if (!line || !window.EventSource) return;
  const source = new EventSource("/api/v1/live");
  let waiting;
  const soon = () => (waiting ??= setTimeout(() => refresh().finally(() => (waiting = undefined)), WAIT));
  source.addEventListener("reading", (event) => {
    const reading = JSON.parse(event.data);
    show(line, told(reading), over(reading));
    soon();
  });
  source.addEventListener("changed", soon);
  // What ended between the drawing of the page and the first listening, or while the line was cut, is told by nobody.
  let heard = false;
  source.addEventListener("open", () => {
    if (heard || document.querySelector("[data-ongoing]")) soon();
    heard = true;
  });
  addEventListener("pagehide", () => source.close());
}

const over = (reading) => reading.state === "done" || reading.state === "failed";

function told(reading) {
  if (reading.state === "waiting") return "A report waits to be read.";
  if (reading.state === "failed") return `The reading broke off: ${reading.message}`;
  const counts = [`${reading.read} read`];
  if (reading.unchanged) counts.push(`${reading.unchanged} known before`);
  if (reading.skipped) counts.push(`${reading.skipped} skipped`);
  return `${over(reading) ? "Reports are read" : "Reports are being read"}: ${counts.join(", ")}.`;
}

let hiding;
function show(line, text, passing) {
  line.textContent = text;
  line.hidden = false;
  clearTimeout(hiding);
  if (passing) hiding = setTimeout(() => (line.hidden = true), 8000);
}

// The page is asked for again, and its marked parts are put in place of those here; all else stays as it is.
async function refresh() {
  const here = [...document.querySelectorAll("[data-fresh][id]")];
  if (!here.length) return;
  const now = await page(location.href);
  if (!now) return;
  for (const old of here) {
    const fresh = now.getElementById(old.id);
    if (!fresh || fresh.isEqualNode(old) || old.contains(document.activeElement)) continue;
    const put = document.importNode(fresh, true);
    const opened = old.querySelectorAll("details");
    put.querySelectorAll("details").forEach((one, at) => (one.open = opened[at]?.open ?? one.open));
    old.replaceWith(put);
    document.dispatchEvent(new CustomEvent("fresh", { detail: put }));
  }
}
