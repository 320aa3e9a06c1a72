// Shows messages by FormatJS and by messageformat, and holds what they say to what the
// errors say.
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import MessageFormat from '@messageformat/core'
import {IntlMessageFormat} from 'intl-messageformat'

const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'))
assert.ok(cases.length > 1000, `only ${cases.length} errors`)

const messageformat = new MessageFormat('en')
for (const {name, message, values, absent, want} of cases) {
  for (const param of absent ?? []) values[param] = undefined
  // FormatJS takes <b> for a tag of its own, which ICU has not.
  const formatjs = new IntlMessageFormat(message, 'en', undefined, {ignoreTag: true})
  assert.equal(formatjs.format(values), want, `FormatJS: ${name}: ${message}`)
  // Of a message that is an argument alone messageformat returns the value.
  assert.equal(String(messageformat.compile(message)(values)), want, `messageformat: ${name}: ${message}`)
}
console.log(`${cases.length} errors say in messages what they say`)
