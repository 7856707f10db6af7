// Makes the outlines of the map: src/dragoman/publication/site/world.tsv.
// Run once; what it makes is kept in the repository, so that nobody needs Node to build or run dragoman.
//
//   npm install world-atlas@2 topojson-client@3 d3-geo@3
//   node tools/world.mjs
//
// Outlines: Natural Earth at 1:110 million (public domain) as packed by world-atlas (ISC). The projection is Equal Earth, turned by
// 11 degrees so that the edge of the map runs through the Bering Strait and Chukotka stays with Russia; projection.py has the same.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature, merge } from "topojson-client";

const WIDTH = 1000;
const TURN = -11;
const LEFT_OUT = new Set(["Antarctica", "Fr. S. Antarctic Lands"]);
// What Natural Earth shortens, and what it draws apart from the state that ISO 3166-1 puts it in.
const NAMED = {
  "W. Sahara": "ESH", "Dem. Rep. Congo": "COD", "Dominican Rep.": "DOM", "Falkland Is.": "FLK", "Central African Rep.": "CAF",
  "Eq. Guinea": "GNQ", eSwatini: "SWZ", "Solomon Is.": "SLB", "N. Cyprus": "CYP", Somaliland: "SOM", "Bosnia and Herz.": "BIH",
  Macedonia: "MKD", "S. Sudan": "SSD", "Côte d'Ivoire": "CIV", Congo: "COG", Palestine: "PSE", Taiwan: "TWN", Kosovo: "XKX",
};

const root = new URL("../", import.meta.url);
const codebook = (name) =>
  readFileSync(new URL(`src/dragoman/codebook/data/${name}`, root), "utf8").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
const iso3 = new Map(codebook("names.tsv").filter(([, kind]) => kind === "state").map(([name, , key]) => [name, key]));

const world = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-110m.json")));
const byState = new Map();
for (const shape of world.objects.countries.geometries) {
  const name = shape.properties.name;
  if (LEFT_OUT.has(name)) continue;
  const code = NAMED[name] ?? iso3.get(name);
  if (!code) throw new Error(`${name} is no state of names.tsv: name its code in NAMED`);
  byState.set(code, [...(byState.get(code) ?? []), shape]);
}

const lands = [...byState].sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, shapes]) => [code, merge(world, shapes)]);
const all = { type: "GeometryCollection", geometries: lands.map(([, shape]) => shape) };
const projection = geoEqualEarth().rotate([TURN, 0]).precision(0.2);
projection.fitWidth(WIDTH, { type: "Sphere" });
const path = geoPath(projection).digits(1);
const [[, top], [, bottom]] = path.bounds(all);
const height = Math.ceil(bottom - top) + 8;
const [x, y] = projection.translate();
projection.translate([x, y - top + 4]);

// In tenths of a unit and from point to point: less than half the size of d3's own path. Points that fall together are left out.
function drawn(shape) {
  const rings = path(shape).split("M").slice(1).map((ring) => ring.replace("Z", "").split("L").map((at) => at.split(",").map((n) => Math.round(n * 10))));
  return rings.map((ring) => {
    const steps = ring.slice(1).map(([x, y], at) => [x - ring[at][0], y - ring[at][1]]).filter(([x, y]) => x || y);
    return steps.length < 2 ? "" : `M${ring[0].join(",")}l${steps.join(" ").replaceAll(",-", "-").replaceAll(" -", "-")}z`;
  }).join("");
}

const lines = lands.map(([code, shape]) => `${code}\t${drawn(shape)}\n`);
writeFileSync(new URL("src/dragoman/publication/site/world.tsv", root), lines.join(""));
// For projection.py and its test.
const known = [[0, 0], [51.39, 35.69], [-169.1, 65], [-168.9, 65], [179.9, -17], [-74, 40.7], [37.62, 55.75], [6.14, 46.2], [-70, -54]];
console.log(JSON.stringify({ states: lands.length, scale: projection.scale(), translate: projection.translate(), height, known: known.map((at) => [at, projection(at)]) }, null, 1));
