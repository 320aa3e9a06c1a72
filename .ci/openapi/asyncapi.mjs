// Gives AsyncAPI documents to AsyncAPI's own parser: node asyncapi.mjs FILE...
import fs from "node:fs";
import { Parser } from "@asyncapi/parser";

const parser = new Parser();
let failed = false;
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await parser.parse(fs.readFileSync(file, "utf8"));
  const errors = diagnostics.filter((d) => d.severity === 0);
  for (const d of errors) console.log(`    ${file}: ${d.path.join(".")}: ${d.message}`);
  const messages = document?.components().messages().all().length ?? 0;
  console.log(`    asyncapi parser ${file}: ${messages} messages, ${errors.length} errors, ${diagnostics.length - errors.length} remarks`);
  failed ||= errors.length > 0 || messages === 0;
}
process.exit(failed ? 1 : 0);
