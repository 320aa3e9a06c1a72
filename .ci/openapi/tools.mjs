// Gives the documents below a folder to the tools that teams use, and fails if a tool
// takes fewer of them than it should: node tools.mjs WORK SERVICE.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { createClient } from "@hey-api/openapi-ts";
import openapiTS, { astToString } from "openapi-typescript";
import { checkExamples } from "./examples.mjs";
import { documents, read, versions, writeServices } from "./documents.mjs";

const [work, service] = process.argv.slice(2).map((p) => path.resolve(p));
const bin = (name) => path.join(import.meta.dirname, "node_modules/.bin", name);
const failures = [];

function report(version, tool, good, all, more = "") {
  console.log(`${version}  ${tool.padEnd(34)} ${good} of ${all}  ${more}`);
  if (good < all) failures.push(`${version} ${tool}`);
}

async function count(version, tool, list, f) {
  let good = 0;
  for (const d of list) {
    try {
      await f(d);
      good++;
    } catch (err) {
      console.log(`    ${version} ${tool} ${d.name}: ${String(err.message ?? err).slice(0, 400)}`);
    }
  }
  report(version, tool, good, list.length);
}

// linted runs a linter and counts what it says by severity and rule.
function linted(version, tool, list, args, parse) {
  const run = spawnSync(bin(args[0]), args.slice(1), { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } });
  const problems = parse(run.stdout);
  const errors = problems.filter((p) => p.severity === "error");
  const rules = {};
  for (const p of problems) if (p.severity !== "error") rules[p.rule] = (rules[p.rule] ?? 0) + 1;
  for (const e of errors.slice(0, 5)) console.log(`    ${version} ${tool}: ${JSON.stringify(e).slice(0, 300)}`);
  report(version, tool, list.length - new Set(errors.map((e) => e.file)).size, list.length, "warnings " + JSON.stringify(rules));
}

// redocly writes a JSON value for each document, one behind the other.
const fromRedocly = (out) => out.slice(out.indexOf("{")).split(/(?<=\n\})(?=\{)/).flatMap((one) => JSON.parse(one).problems).map((p) => ({ severity: p.severity, rule: p.ruleId, message: p.message, file: p.location[0]?.source.ref }));
const fromSpectral = (out) => JSON.parse(out.slice(out.indexOf("["))).map((p) => ({ severity: ["error", "warn", "info", "hint"][p.severity], rule: p.code, message: p.message, file: p.source, path: p.path.join(".") }));

// owasp holds the shop's bundled document to OWASP's rules: they find nothing in what errgen
// made of its catalog, whose components begin with Shoperr.
function owasp(version, file) {
  const run = spawnSync(bin("spectral"), ["lint", "-q", "-f", "json", "-r", path.join(work, "owasp.yaml"), file], { encoding: "utf8", maxBuffer: 1 << 28 });
  const found = fromSpectral(run.stdout);
  const ours = found.filter((p) => p.path.includes("Shoperr"));
  for (const p of ours.slice(0, 5)) console.log(`    ${version} OWASP: ${p.rule} ${p.path}`);
  report(version, "OWASP, errors of the service", found.length > 0 && ours.length === 0 ? 1 : 0, 1);
}

writeServices(work, service);
fs.writeFileSync(path.join(work, "owasp.yaml"), `extends: ["${path.join(import.meta.dirname, "node_modules/@stoplight/spectral-owasp-ruleset/dist/ruleset.mjs")}"]\n`);
fs.writeFileSync(path.join(work, "spectral.yaml"), "extends: ['spectral:oas']\n");
const typescript = [];

for (const version of versions) {
  const list = documents(work, version);
  const files = list.map((d) => d.file);
  await count(version, "swagger-parser", list, (d) => SwaggerParser.validate(d.file));
  const examples = list.map((d) => checkExamples(read(d.file), version));
  for (const bad of examples.flatMap((x) => x.bad).slice(0, 10)) console.log("    " + bad);
  report(version, "ajv, examples", examples.reduce((n, x) => n + x.examples - x.bad.length, 0), examples.reduce((n, x) => n + x.examples, 0));
  linted(version, "redocly recommended", list, ["redocly", "lint", "--extends=recommended", "--format=json", "--max-problems=100000", ...files], fromRedocly);
  linted(version, "spectral:oas", list, ["spectral", "lint", "-q", "-f", "json", "-r", path.join(work, "spectral.yaml"), ...files], fromSpectral);

  // One document of each catalog with an operation, and the shop's service.
  const bundled = [];
  const services = [...list.map((d) => ({ name: d.name, file: path.join(work, version, "probe-" + d.name, "probe.yaml") })),
    { name: "service", file: path.join(work, version, "service/service.yaml") }];
  await count(version, "redocly bundle", services, (d) => {
    const out = path.join(work, version, "bundled", d.name + ".yaml");
    execFileSync(bin("redocly"), ["bundle", d.file, "-o", out], { stdio: "pipe" });
    bundled.push({ name: d.name, file: out });
  });
  linted(version, "redocly recommended, service", [services.at(-1)], ["redocly", "lint", "--extends=recommended", "--format=json", services.at(-1).file], fromRedocly);
  linted(version, "spectral:oas, service", [bundled.at(-1)], ["spectral", "lint", "-q", "-f", "json", "-r", path.join(work, "spectral.yaml"), bundled.at(-1).file], fromSpectral);
  owasp(version, bundled.at(-1).file);

  const ts = (tool, name) => path.join(work, "ts", version, tool, name);
  await count(version, "openapi-typescript", bundled, async (d) => {
    const out = ts("openapi-typescript", d.name + ".ts");
    fs.mkdirSync(path.dirname(out), { recursive: true });
    fs.writeFileSync(out, astToString(await openapiTS(new URL("file://" + d.file), { silent: true })));
    typescript.push({ version, tool: "openapi-typescript", name: d.name, file: out });
  });
  await count(version, "hey-api", bundled, async (d) => {
    const out = ts("hey-api", d.name);
    await createClient({ input: d.file, output: out, plugins: ["@hey-api/typescript"], logs: { level: "silent" } });
    typescript.push({ version, tool: "hey-api", name: d.name, file: path.join(out, "types.gen.ts") });
  });
  await count(version, "orval", bundled, (d) => {
    const out = ts("orval", d.name + ".ts");
    execFileSync(bin("orval"), ["--input", d.file, "--output", out, "--client", "fetch"], { stdio: "pipe" });
    typescript.push({ version, tool: "orval", name: d.name, file: out });
  });
}

// All that was generated compiles; one that does not is named by its file.
fs.copyFileSync(path.join(import.meta.dirname, "narrow.ts"), path.join(work, "ts/narrow.ts"));
fs.rmSync(path.join(work, "node_modules"), { force: true });
fs.symlinkSync(path.join(import.meta.dirname, "node_modules"), path.join(work, "node_modules"));
const tsc = spawnSync(bin("tsc"), ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "--target", "es2022", "--module", "esnext",
  "--moduleResolution", "bundler", "--lib", "es2022,dom", "--types", "", path.join(work, "ts/narrow.ts"), ...typescript.map((t) => t.file)], { encoding: "utf8", cwd: work, maxBuffer: 1 << 28 });
const wrong = tsc.stdout.split("\n").filter((l) => / error TS/.test(l));
for (const l of wrong.slice(0, 20)) console.log("    tsc " + l.slice(0, 300));
for (const version of versions) {
  for (const tool of ["openapi-typescript", "hey-api", "orval"]) {
    const of = typescript.filter((t) => t.version === version && t.tool === tool);
    report(version, tool + " compiles", of.filter((t) => !wrong.some((l) => l.includes(`ts/${version}/${tool}/${t.name}.`) || l.includes(`ts/${version}/${tool}/${t.name}/`))).length, of.length);
  }
}
report("  ", "narrowing test", wrong.some((l) => l.includes("narrow.ts")) ? 0 : 1, 1);

if (failures.length > 0) {
  console.log("\nfewer than there should be:\n" + failures.join("\n"));
  process.exit(1);
}
