// What an editor shows of a catalog: yaml-language-server, driven over its
// protocol, with the JSON Schema of the language. A file names the schema as
// catalogs do, in its first line.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {Editor} from './client.mjs';

const project = new URL('../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('spec/errgen.schema.json', project), 'utf8'));
const modeline = '# yaml-language-server: $schema=errgen.schema.json\n';

/** How a sample begins that is a catalog but for what it shows. */
const head = `${modeline}errgen: 1\npackage: shop\n`;
const envelopes = 'envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}\n';

let editor;
before(async () => { editor = await Editor.start(); });
after(() => editor.stop());

let samples = 0;

/** Opens a sample; the mark ¦ in it is where the cursor stands. */
async function open(text) {
  const offset = text.indexOf('¦');
  const lines = text.slice(0, offset).split('\n');
  const uri = new URL(`spec/sample${++samples}.yaml`, project).href;
  const diagnostics = await editor.open(uri, text.replace('¦', ''));
  return {uri, diagnostics, position: {line: lines.length - 1, character: lines.at(-1).length}};
}

/** The keys of an object of the language. */
const keysOf = object => Object.entries(object.properties).filter(([, p]) => p !== false).map(([key]) => key);

/** Whether a completion item is a key; others begin a new item of a list. */
const isKey = item => item.kind === 10; // CompletionItemKind.Property

const completions = [
  {where: 'the top level', text: `${head}${envelopes}¦`, object: schema, there: ['errgen', 'package', 'envelopes']},
  {where: 'an envelope', text: `${head}envelopes:\n  Problem:\n    part: true\n    ¦`, object: schema.$defs.envelope, there: ['part']},
  {where: 'a leaf', text: `${head}envelopes:\n  Problem:\n    body:\n      properties:\n        code:\n          type: string\n          ¦`,
    object: schema.$defs.schema, there: ['type', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'items', 'minItems', 'maxItems', 'properties', 'additionalProperties', 'oneOf']},
  {where: 'a type', text: `${head}${envelopes}types:\n  Severity:\n    description: How bad it is.\n    ¦`, object: schema.$defs.typeSchema, there: ['description', 'optional']},
  {where: 'an entry', text: `${head}${envelopes}errors:\n  OrderGone:\n    code: GONE\n    ¦`, object: schema.$defs.entry, there: ['code']},
  {where: 'the defaults', text: `${head}${envelopes}defaults:\n  status: 400\n  ¦`, object: schema.$defs.defaults, there: ['status']},
  {where: 'a param', text: `${head}${envelopes}errors:\n  OrderGone:\n    params:\n      order:\n        description: Its number.\n        ¦`,
    object: schema.$defs.param, there: ['description']},
  {where: 'an example', text: `${head}${envelopes}examples:\n  - name: gone\n    ¦`, object: schema.$defs.example, there: ['name']},
  {where: 'a source', text: `${head}${envelopes}sources:\n  - id: page\n    ¦`, object: schema.$defs.source, there: ['id']},
];

for (const {where, text, object, there} of completions) {
  test(`the keys of ${where} are offered`, async () => {
    const {uri, position} = await open(text);
    const offered = (await editor.complete(uri, position)).filter(isKey).map(item => item.label);
    const missing = keysOf(object).filter(key => !there.includes(key) && !offered.includes(key));
    assert.deepEqual(missing, [], `not offered; offered are ${offered}`);
    const foreign = offered.filter(key => !keysOf(object).includes(key));
    assert.deepEqual(foreign, [], 'offered, but no keys there');
  });
}

const values = [
  {of: 'type', text: `${head}envelopes:\n  Problem:\n    body:\n      properties:\n        code:\n          type: ¦`, offers: ['string', 'integer', 'array', 'object']},
  {of: 'types', text: `${head}${envelopes}go:\n  types: ¦`, offers: ['all', 'data']},
  {of: 'mediaType', text: `${head}envelopes:\n  Problem:\n    mediaType: ¦`, offers: ['application/json', 'application/problem+json', 'text/plain']},
  {of: 'format', text: `${head}${envelopes}types:\n  Wait:\n    format: ¦`, offers: ['seconds', 'unix-time', 'int32']},
];

for (const {of, text, offers} of values) {
  test(`values of ${of} are offered`, async () => {
    const {uri, position} = await open(text);
    const offered = (await editor.complete(uri, position)).map(item => item.label);
    for (const value of offers) {
      assert.ok(offered.includes(value), `${value} is not offered; offered are ${offered}`);
    }
  });
}

/** A schema's own text, or that of the one that it refers to. */
function textOf(s) {
  return s.markdownDescription ?? textOf(schema.$defs[s.$ref.replace('#/$defs/', '')]);
}

const {properties, $defs} = schema;
const hovers = [
  {text: `${head}err¦ors: {}\n${envelopes}`, key: properties.errors},
  {text: `${head}${envelopes}fall¦back: Broken\n`, key: properties.fallback},
  {text: `${head}envelopes:\n  Problem:\n    media¦Type: text/plain\n`, key: $defs.envelope.properties.mediaType},
  {text: `${head}envelopes:\n  Problem:\n    sta¦tus: 404\n`, key: $defs.envelope.properties.status},
  {text: `${head}envelopes:\n  Problem:\n    bo¦dy: {properties: {}}\n`, key: $defs.envelope.properties.body},
  {text: `${head}envelopes:\n  Problem:\n    body: {properties: {code: {ty¦pe: string}}}\n`, key: $defs['keyword-type']},
  {text: `${head}envelopes:\n  Problem:\n    body: {properties: {id: {type: string, exch¦ange: true}}}\n`, key: $defs.schema.properties.exchange},
  {text: `${head}${envelopes}errors:\n  OrderGone: {sta¦tus: 410}\n`, key: $defs['entry-status']},
  {text: `${head}${envelopes}errors:\n  OrderGone: {fie¦lds: {message: Gone.}}\n`, key: $defs['entry-fields']},
  {text: `${head}${envelopes}errors:\n  OrderGone: {params: {n: {type: integer, pri¦vate: true}}}\n`, key: $defs.param.properties.private},
  {text: `${head}${envelopes}errors:\n  OrderGone: {deprecated: {sun¦set: 2026-01-01}}\n`, key: $defs.deprecated.properties.sunset},
  {text: `${head}${envelopes}examples:\n  - {name: gone, error: OrderGone, wai¦ve: []}\n`, key: $defs.example.properties.waive},
];

for (const {text, key} of hovers) {
  const name = /(\w*)¦(\w*)/.exec(text).slice(1).join('');
  test(`the text of ${name} is shown`, async () => {
    const {uri, position} = await open(text);
    const shown = await editor.hover(uri, position);
    assert.ok(shown.includes(textOf(key)), `shown is ${JSON.stringify(shown)}`);
  });
}

/** Wrong samples: what stands between ¦ and ¦ is underlined, with a message. */
const mistakes = [
  {text: `${head}${envelopes}¦eror¦: {}\n`, message: /Property eror is not allowed/},
  {text: `${head}${envelopes}errors:\n  OrderGone:\n    ¦sttus¦: 410\n`, message: /Property sttus is not allowed/},
  {text: `${head}envelopes:\n  Problem:\n    body:\n      ¦required¦: [code]\n      properties: {code: {type: string}}\n`, message: /Property required is not allowed/},
  {text: `${head}envelopes:\n  Problem:\n    ¦content¦: text/plain\n`, message: /Property content is not allowed/},
  {text: `${head}envelopes:\n  Problem: {body: {properties: {code: {type: ¦text¦}}}}\n`, message: /Valid values: "string"/},
  {text: `${head}envelopes:\n  Problem: {body: {properties: {code: {type: ¦integer¦, minLength: 1}}}}\n`, message: /Valid values: "string"/},
  {text: `${head}${envelopes}errors:\n  OrderGone: {text: ¦'Gone :-}'¦}\n`, message: /Write \{name\} for a placeholder/},
  {text: `${head}${envelopes}examples:\n  - {name: gone, error: OrderGone, close: 1008, ¦status¦: 410}\n`, message: /Property status is not allowed/},
];

for (const {text, message} of mistakes) {
  const [, wrong] = text.split('¦');
  test(`${wrong} is underlined`, async () => {
    const {diagnostics, position} = await open(text.replace(/¦([^¦]*)¦/, '¦$1'));
    const found = diagnostics.filter(d => message.test(d.message));
    assert.equal(found.length, 1, `found is ${JSON.stringify(diagnostics)}`);
    assert.deepEqual(found[0].range, {start: position, end: {line: position.line, character: position.character + wrong.length}});
  });
}

/** Opens a file of the project and returns what is underlined in it. */
async function underlined(file) {
  const uri = new URL(file, project);
  const text = readFileSync(uri, 'utf8');
  const named = text.startsWith('# yaml-language-server:') ? text : `# yaml-language-server: $schema=${new URL('spec/errgen.schema.json', project)}\n${text}`;
  const diagnostics = await editor.open(uri.href, named);
  return diagnostics.map(d => `${file}:${d.range.start.line + 1}: ${d.message}`);
}

for (const folder of ['spec/', 'testdata/stress/', 'testdata/decode/', 'testdata/decode/vendors/']) {
  test(`nothing is underlined in the catalogs of ${folder}`, async () => {
    const names = readdirSync(new URL(folder, project)).filter(name => name.endsWith('.yaml'));
    assert.ok(names.length > 0);
    const all = await Promise.all(names.map(name => underlined(folder + name)));
    assert.deepEqual(all.flat(), []);
  });
}
