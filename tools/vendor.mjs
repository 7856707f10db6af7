// Bundles the parts of D3 that the network uses into one file. Run once; what it makes is kept in the repository.
//
//   npm install d3-force@3 d3-drag@3 d3-zoom@3 d3-selection@3 esbuild
//   node tools/vendor.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const PARTS = {
  "d3-force": "forceSimulation, forceLink, forceManyBody, forceCollide, forceX, forceY",
  "d3-drag": "drag",
  "d3-zoom": "zoom, zoomIdentity",
  "d3-selection": "select, selectAll",
};
const folder = new URL("../src/dragoman/publication/site/static/vendor/", import.meta.url);
const require = createRequire(import.meta.url);
const home = (name) => {
  let at = dirname(require.resolve(name));
  while (!at.endsWith(name)) at = dirname(at);
  return at;
};

const read = (name) => JSON.parse(readFileSync(join(home(name), "package.json")));
const used = new Set();
const add = (name) => used.has(name) || (used.add(name), Object.keys(read(name).dependencies ?? {}).forEach(add));
Object.keys(PARTS).forEach(add);
const list = [...used].sort().map((name) => `${name} ${read(name).version}`);
const made = await build({
  stdin: { contents: Object.entries(PARTS).map(([name, parts]) => `export { ${parts} } from "${name}";`).join("\n"), resolveDir: process.cwd() },
  bundle: true, format: "esm", minify: true, target: "es2020", write: false, legalComments: "none",
  banner: { js: `// Parts of D3 (ISC, see d3-LICENSE.txt), bundled by tools/vendor.mjs: ${list.join(", ")}` },
});
writeFileSync(new URL("d3-subset.js", folder), made.outputFiles[0].text);
const licences = [...used].sort().map((name) => `${name} ${read(name).version}\n\n${readFileSync(join(home(name), "LICENSE"), "utf8").trim()}\n`);
writeFileSync(new URL("d3-LICENSE.txt", folder), `d3-subset.js holds parts of these packages, bundled by tools/vendor.mjs.\n\n${licences.join("\n---\n\n")}`);
console.log(made.outputFiles[0].text.length, list.join(", "));
