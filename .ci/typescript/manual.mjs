// Writes the files that a page of the manual shows (```lang file=NAME) into a folder, and
// says what its console shows: manual.mjs PAGE FOLDER.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [page, folder] = process.argv.slice(2);
let printed = '';
for (const [, info, text] of readFileSync(page, 'utf8').matchAll(/^```(.*)\n([^]*?)^```$/gm)) {
  const name = /\bfile=(\S+)/.exec(info)?.[1];
  if (name) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  } else if (info === 'console') printed += text.replace(/^\$ .*\n/gm, '');
}
process.stdout.write(printed);
