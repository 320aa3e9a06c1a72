// A language client over standard input and output: as much of the Language
// Server Protocol as an editor needs to show what a server knows of a file.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter,
} = require('vscode-languageserver-protocol/node');

/** How long the server may take for one answer, in milliseconds. */
const patience = 30_000;

/** A running yaml-language-server and the files that are open in it. */
export class Editor {
  #server;
  #connection;
  #diagnostics = new Map(); // by URI: the newest, or who waits for them

  /** Starts the server as editors do, and tells it what editors tell. */
  static async start() {
    const editor = new Editor();
    const main = require.resolve('yaml-language-server/bin/yaml-language-server');
    editor.#server = spawn(process.execPath, [main, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
    editor.#connection = createProtocolConnection(
      new StreamMessageReader(editor.#server.stdout), new StreamMessageWriter(editor.#server.stdin));
    const c = editor.#connection;
    c.onNotification('textDocument/publishDiagnostics', p => editor.#published(p));
    c.onRequest('workspace/configuration', p => p.items.map(i => settings[i.section] ?? null));
    c.onRequest('client/registerCapability', () => null);
    c.listen();
    await c.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          completion: {completionItem: {snippetSupport: true, documentationFormat: ['markdown']}},
          hover: {contentFormat: ['markdown', 'plaintext']},
        },
        workspace: {configuration: true},
      },
    });
    await c.sendNotification('initialized', {});
    return editor;
  }

  /** Opens a file with the given text and returns what is underlined in it. */
  async open(uri, text) {
    const published = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no diagnostics for ${uri}`)), patience);
      this.#diagnostics.set(uri, list => { clearTimeout(late); resolve(list); });
    });
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId: 'yaml', version: 1, text},
    });
    return published;
  }

  #published({uri, diagnostics}) {
    this.#diagnostics.get(uri)?.(diagnostics);
    this.#diagnostics.delete(uri);
  }

  /** What is offered at a place: a list of completion items. */
  async complete(uri, position) {
    const answer = await this.#connection.sendRequest('textDocument/completion', {textDocument: {uri}, position});
    return answer.items;
  }

  /** What is shown when the mouse rests on a place: Markdown, or "". */
  async hover(uri, position) {
    const answer = await this.#connection.sendRequest('textDocument/hover', {textDocument: {uri}, position});
    return answer?.contents?.value ?? '';
  }

  /** Ends the server. */
  async stop() {
    await this.#connection.sendRequest('shutdown');
    const gone = once(this.#server, 'exit');
    await this.#connection.sendNotification('exit');
    await gone;
  }
}

/** The user's settings: the server's own, and nothing from the network. */
const settings = {
  yaml: {validate: true, hover: true, completion: true, schemaStore: {enable: false}, kubernetesCRDStore: {enable: false}},
};
