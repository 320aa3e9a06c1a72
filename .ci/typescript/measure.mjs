// Measures what clients carry and wait for: measure.mjs ERRGEN FOLDER. It fails if the engine
// of a catalog with codes alone is over 6 KB gzipped, or a module of 1,000 errors over 40 KB.
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [errgen, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

/** A catalog of n errors, whose texts have a param if hasParams is set. */
function catalog(name, n, hasParams) {
  const nouns = 'order payment token user account invoice item stock card limit session key file region shard quota'.split(' ');
  const verbs = 'missing invalid expired locked exceeded unknown denied closed failed gone rejected duplicate'.split(' ');
  const titled = (word) => word[0].toUpperCase() + word.slice(1);
  let text = `errgen: 1\npackage: ${name}\nenvelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}\nerrors:\n`;
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [nouns[i % 16], verbs[(i >> 4) % 12], nouns[(i * 7 + (i >> 6)) % 16]];
    const status = [400, 403, 404, 409, 422, 429, 500][i % 7];
    const code = `${c}_${a}_${b}_${i}`.toUpperCase();
    const message = hasParams ? `The ${a} {id} of the ${c} is ${b}.` : `The ${a} of the ${c} is ${b}.`;
    const params = hasParams ? ', params: {id: {type: string}}' : '';
    text += `  ${titled(c)}${titled(a)}${titled(b)}${i}: {status: ${status}, code: ${code}, fields: {message: '${message}'}${params}}\n`;
  }
  writeFileSync(join(folder, name + '.yaml'), text);
  return join(folder, name + '.yaml');
}

function bundle(name) {
  const outfile = join(folder, name + '.mjs');
  writeFileSync(join(folder, name + '.ts'), `export { decode } from './out/${name}/errors.js';\n`);
  buildSync({ entryPoints: [join(folder, name + '.ts')], bundle: true, minify: true, format: 'esm', outfile, logLevel: 'warning' });
  const { outputFiles } = buildSync({ entryPoints: [join(folder, name + '.ts')], bundle: true, minify: true, format: 'esm', write: false, logLevel: 'warning' });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

/** The shortest time of many that f takes, in nanoseconds. */
function time(f) {
  for (let i = 0; i < 20000; i++) f();
  let best = Infinity;
  for (let k = 0; k < 300; k++) {
    const begin = process.hrtime.bigint();
    for (let i = 0; i < 300; i++) f();
    best = Math.min(best, Number(process.hrtime.bigint() - begin) / 300);
  }
  return best;
}

const paths = [catalog('few', 3, false), catalog('plain', 1000, false), catalog('filled', 1000, true)];
execFileSync(errgen, ['generate', '--emit', 'typescript', '--out', join(folder, 'out'), ...paths]);
const sizes = Object.fromEntries(['few', 'plain', 'filled'].map((name) => [name, bundle(name)]));
console.log('gzipped, bytes:', sizes);

for (const name of ['plain', 'filled']) {
  const { decode } = await import(pathToFileURL(join(folder, name + '.mjs')).href);
  const small = { code: 'ORDER_ORDER_MISSING_0', message: name === 'plain' ? 'The order of the order is missing.' : 'The order 7 of the order is missing.' };
  const large = { ...small, requestId: 'c0ffee-1234-5678', time: '2026-11-27T10:00:00Z', details: [{ field: 'sku', why: 'x'.repeat(40) }, { field: 'count', why: 'too many of these' }] };
  for (const value of [small, large]) {
    const body = JSON.stringify(value);
    const response = { status: 400, headers: { 'content-type': 'application/json' }, body };
    if (decode(response)?.name === 'Unlisted') throw new Error('not decoded: ' + body);
    const [parse, whole] = [time(() => JSON.parse(body)), time(() => decode(response))];
    console.log(`${name}, ${body.length} bytes: decode ${whole.toFixed(0)} ns, ${(whole / parse).toFixed(1)} times JSON.parse`);
  }
}
if (sizes.few > 6 * 1024 || sizes.filled > 40 * 1024) throw new Error('too large');
