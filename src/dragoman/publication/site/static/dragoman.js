// What every page can do beyond reading. Each part looks for its own marks in the page and does nothing without them.
import { brush } from "./brush.js";
import { load } from "./load.js";
import { reading } from "./reading.js";
import { live } from "./live.js";
import { theme } from "./theme-button.js";

theme();
brush();
reading();
load();
live();
document.addEventListener("fresh", ({ detail: part }) => {
  brush(part);
  load(part);
});
