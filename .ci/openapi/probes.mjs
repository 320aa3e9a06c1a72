// Writes for each document below DOCUMENTS/<version> an operation that has all responses of
// it, in one file: probes.mjs DOCUMENTS VERSION FOLDER.
import fs from "node:fs";
import path from "node:path";
import YAML from "yaml";
import { documents, wholeProbe } from "./documents.mjs";

const [work, version, folder] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
for (const d of documents(work, version)) {
  fs.writeFileSync(path.join(folder, d.name + ".yaml"), YAML.stringify(wholeProbe(d, version), { aliasDuplicateObjects: false }));
}
