// What takes long to work out is fetched when the reader comes near it; without scripts its link leads to it.
import { page } from "./page.js";

export function load(within = document) {
  const watcher = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      fill(target);
    }
  }, { rootMargin: "200px" });
  for (const place of within.querySelectorAll("[data-load]")) watcher.observe(place);
}

async function fill(place) {
  const whole = await page(place.querySelector("a").href);
  if (!whole) return; // the link still leads to the reason
  place.replaceWith(...whole.querySelectorAll(place.dataset.load));
}
