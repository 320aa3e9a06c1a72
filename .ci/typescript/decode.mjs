// Decodes responses with generated modules, and makes some, for tests in Go that compare: reads
// a JSON value a line, writes one for each. The argument is a module that exports the
// catalogs' modules by the names of their packages.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const catalogs = await import(pathToFileURL(process.argv[2]).href);

/** What is compared of an error. */
function shown(error) {
  const { name, code, params, message, within, status } = error;
  return { name, code: code ?? '', complete: params !== undefined, params: params ?? null, message, status, within: within.map(shown) };
}

function answer({ package: name, status, headers, body, head, close, reason }) {
  const catalog = catalogs[name];
  if (close) {
    const error = catalog.decodeClose(close, reason);
    return error ? [shown(error)] : [];
  }
  const method = head ? 'HEAD' : 'GET';
  return catalog.decodeAll({ status, headers, body: Buffer.from(body, 'base64'), method }).map(shown);
}

/** The response of an error, or of what was decoded. */
function mocked(asked) {
  const { status, headers, body } = asked;
  const error = asked.mock ?? catalogs[asked.package].decode({ status, headers, body: Buffer.from(body, 'base64') });
  return catalogs[asked.package + 'mocks'].mock(error, asked.exchange);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let answered;
  try {
    const asked = JSON.parse(line);
    answered = asked.mock || asked.again ? { mocked: mocked(asked) } : { found: answer(asked) };
  } catch (thrown) {
    answered = { thrown: String(thrown?.stack ?? thrown) };
  }
  process.stdout.write(JSON.stringify(answered) + '\n');
}
