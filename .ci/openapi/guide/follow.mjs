// Follows a page: blocks with a file name are written, those of sh run in order, in a
// folder: node follow.mjs PAGE FOLDER.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const [page, folder] = process.argv.slice(2);
let ran = 0;
for (const [, info, text] of fs.readFileSync(page, "utf8").matchAll(/^```([^\n]+)\n(.*?)^```$/gms)) {
  const [language, file] = info.split(" file=");
  if (file) {
    const to = path.join(folder, file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, text);
  } else if (language === "sh") {
    const run = spawnSync("bash", ["-euo", "pipefail", "-c", text], { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) {
      console.log(`    ${page} fails at\n${text}\n${run.stdout}${run.stderr}`);
      process.exit(1);
    }
    ran++;
  } else if (!fs.readFileSync(path.join(folder, "api/openapi.yaml"), "utf8").includes(text)) {
    console.log(`    ${page}: the document does not have\n${text}`);
    process.exit(1);
  }
}
console.log(`    ${path.basename(page)}: ${ran} blocks of commands run`);
