// Runs the packed extension with a stand-in for the editor's `vscode`, and the errgen that
// ERRGEN names: it has to start the server, and to show what the server finds.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import Module, {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';

const require = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '..');

/** Anything of the editor that the extension's libraries look at and that does not matter here. */
function anything() {
  const known = {};
  const it = new Proxy(class {}, {
    get: (target, key) => key in known ? known[key]
      : key === 'prototype' ? target.prototype
        : key === Symbol.iterator ? undefined : key === 'then' ? undefined
          : key === Symbol.toPrimitive ? () => '' : (known[key] = anything()),
    set: (_, key, value) => { known[key] = value; return true; },
    apply: () => anything(),
    construct: (target, args, of) => of === it ? anything() : Reflect.construct(target, args, of),
  });
  return it;
}

/** An object of which some members are given and all others are anything. */
const some = given => new Proxy(given, {
  get: (target, key) => key in target || typeof key === 'symbol' || key === 'then' ? target[key] : (target[key] = anything()),
});

class EventEmitter {
  listeners = new Set();
  event = listener => { this.listeners.add(listener); return {dispose: () => this.listeners.delete(listener)}; };
  fire(event) { for (const listener of this.listeners) listener(event); }
  dispose() { this.listeners.clear(); }
}

class Uri {
  constructor(text) { this.text = text; this.scheme = text.split(':')[0]; this.path = this.fsPath = new URL(text).pathname; }
  static parse(text) { return new Uri(text); }
  toString() { return this.text; }
}

test('the packed extension shows what the server finds', {timeout: 60_000}, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'errgen-vscode-'));
  const text = 'errgen: 1\npackage: shop\nenvelopes: {Empty: {}}\nerrors:\n  Gone: {parent: Lost}\n';
  const document = {
    uri: new Uri(`file://${dir}/shop.yaml`), languageId: 'yaml', version: 1, isClosed: false, fileName: `${dir}/shop.yaml`, getText: () => text,
  };
  let show;
  const shown = new Promise(resolve => { show = resolve; });
  const vscode = some({
    version: '1.91.0', Uri, EventEmitter,
    CancellationTokenSource: class { token = {isCancellationRequested: false, onCancellationRequested: () => ({dispose() {}})}; cancel() {} dispose() {} },
    Range: class { constructor(...at) { this.at = at; } },
    workspace: some({
      textDocuments: [document], notebookDocuments: [], workspaceFolders: undefined,
      getConfiguration: () => ({get: key => key === 'path' ? process.env.ERRGEN : undefined}),
    }),
    window: some({showErrorMessage: async m => { console.error(m); }, visibleTextEditors: [], activeTextEditor: undefined, tabGroups: some({all: []})}),
    languages: some({
      match: (selector, d) => selector.language === d.languageId || selector.some?.(s => s.language === d.languageId) ? 10 : 0,
      createDiagnosticCollection: () => some({set: (uri, found) => show({uri, found}), clear() {}, dispose() {}, delete() {}}),
    }),
  });
  const load = Module._load;
  Module._load = function (name, ...rest) { return name === 'vscode' ? vscode : load.call(this, name, ...rest); };
  const extension = require(join(folder, 'dist', 'extension.js'));
  await extension.activate();
  const {uri, found} = await shown;
  assert.equal(uri.toString(), document.uri.toString());
  assert.deepEqual(found.map(d => d.code), ['unknown-entry']);
  await extension.deactivate();
  Module._load = load;
  rmSync(dir, {recursive: true});
});

test('the package has the extension and nothing else', () => {
  const vsce = join(folder, 'node_modules', '@vscode', 'vsce', 'vsce');
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {cwd: folder, encoding: 'utf8'}).trim().split('\n').sort();
  assert.deepEqual(listed, ['LICENSE', 'README.md', 'dist/extension.js', 'package.json']);
  assert.ok(statSync(join(folder, 'dist', 'errgen.vsix')).size > 0);
});
