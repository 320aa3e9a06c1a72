// The documents that the tools are given: WORK/<version>/<name>/openapi.yaml, and the
// service document beside those of the shop, in both versions.
import fs from "node:fs";
import path from "node:path";
import YAML from "yaml";

export const versions = ["30", "31"];

/** All components documents of a version. */
export function documents(work, version) {
  const folder = path.join(work, version);
  return fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, "openapi.yaml"))).sort()
    .map((name) => ({ name, file: path.join(folder, name, "openapi.yaml") }));
}

export function read(file) {
  return YAML.parse(fs.readFileSync(file, "utf8"), { maxAliasCount: -1 });
}

/** A document with one operation that has the responses of all statuses of a catalog. */
export function probe(document, version) {
  const { components } = read(document.file);
  const responses = { 200: { description: "As asked for." } };
  for (const [name, r] of Object.entries(components?.responses ?? {})) {
    const status = r["x-errgen-status"];
    if (r["x-errgen-entries"] && !r["x-errgen-operation"] && status) {
      responses[status[0]] = { $ref: `../${document.name}/openapi.yaml#/components/responses/${name}` };
    }
  }
  return {
    openapi: version === "30" ? "3.0.3" : "3.1.0",
    info: { title: "Probe", version: "1.0.0" },
    paths: { "/probe": { get: { operationId: "probe", responses } } },
  };
}

/** A probe that has the components itself. */
export function wholeProbe(document, version) {
  const made = probe(document, version);
  for (const r of Object.values(made.paths["/probe"].get.responses)) {
    if (r.$ref) r.$ref = r.$ref.replace(/^[^#]*/, "");
  }
  return { ...made, components: read(document.file).components };
}

/** Writes the probes and the service documents. */
export function writeServices(work, service) {
  for (const version of versions) {
    for (const d of documents(work, version)) {
      const folder = path.join(work, version, "probe-" + d.name);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "probe.yaml"), YAML.stringify(probe(d, version)));
    }
    const text = fs.readFileSync(service, "utf8");
    fs.mkdirSync(path.join(work, version, "service"), { recursive: true });
    fs.writeFileSync(path.join(work, version, "service", "service.yaml"),
      version === "30" ? text : text.replace("openapi: 3.0.3", "openapi: 3.1.0"));
  }
}
