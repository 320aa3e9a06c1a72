// Fails if documents are not the same but for the order of their members: node same.mjs FILE...
import assert from "node:assert";
import fs from "node:fs";
import YAML from "yaml";

const [first, ...others] = process.argv.slice(2);
const read = (file) => YAML.parse(fs.readFileSync(file, "utf8"));
for (const other of others) assert.deepStrictEqual(read(other), read(first), `${other} is not ${first}`);
