// Starts `errgen lsp` for YAML files, and ends it with the editor. All that is known of
// catalogs the server knows.
const vscode = require('vscode');
const {LanguageClient} = require('vscode-languageclient/node');

let client;

exports.activate = async () => {
  const command = vscode.workspace.getConfiguration('errgen').get('path') || 'errgen';
  client = new LanguageClient(
    'errgen',
    {command, args: ['lsp']}, // over standard input and output, without an option for it
    {
      documentSelector: [{language: 'yaml'}],
      synchronize: {fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}')},
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
