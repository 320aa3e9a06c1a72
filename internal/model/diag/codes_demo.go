package diag

// demo is how the catalogs in the documentation of codes begin: one envelope
// with a code and a message.
const demo = `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}
`
