// Puts the TypeScript of each catalog's ERRORS.md, which the site shows as well, into a
// module beside what it is about: node snippets.mjs FOLDER. What the snippets import is
// imported once, each is a function.
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
let count = 0;
for (const name of readdirSync(folder)) {
  const document = join(folder, name, "ERRORS.md");
  if (!existsSync(document)) continue;
  const imported = new Map();
  const functions = [];
  for (const [, code] of readFileSync(document, "utf8").matchAll(/^```ts\n(.*?)^```$/gms)) {
    const body = code.replace(/^import \{ (.*?) \} from "(.*?)";\n/gm, (_, names, module) => {
      imported.set(module, new Set([...(imported.get(module) ?? []), ...names.split(", ")]));
      return "";
    });
    const unused = body.includes("const { status, headers, body }") ? "void [status, headers, body];\n" : "";
    functions.push(`export async function use${functions.length}() {${body}${unused}}\n`);
  }
  if (functions.length === 0) continue;
  count += functions.length;
  const imports = [...imported].map(([module, names]) => `import { ${[...names].join(", ")} } from "${module}";\n`);
  const given = "export declare const response: Response;\nexport declare const event: CloseEvent;\n";
  writeFileSync(join(folder, `${name}-snippets.ts`), [...imports, given, ...functions].join(""));
}
if (count < 1000) throw new Error(`only ${count} snippets`);
