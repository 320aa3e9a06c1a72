// Prints a catalog of as many errors as the argument says, with the words that errors have.
const count = Number(process.argv[2]);
const things = ["order", "basket", "parcel", "invoice", "account", "address", "voucher", "article", "payment", "session"];
const ways = ["not found", "expired", "locked by another user", "already exists", "too large", "not allowed here"];

console.log("errgen: 1\npackage: large\nenvelopes: {E: {body: {properties: {code: {type: string}, message: {type: string}}}}}\nerrors:");
for (let i = 0; i < count; i++) {
  const thing = things[i % things.length];
  const way = ways[Math.floor(i / things.length) % ways.length];
  const words = `${thing} ${way} ${i}`.split(" ");
  const name = words.map((w) => w[0].toUpperCase() + w.slice(1)).join("");
  console.log(`  ${name}: {status: ${400 + (i % 30)}, code: ${words.join("_").toUpperCase()}, ` +
    `description: 'The ${thing} that the request names is ${way}, as far as region ${i} knows.', ` +
    `remedy: 'Look the ${thing} up by its number, and send the request again.', ` +
    `fields: {message: '${thing} {id} is ${way} (${i})'}, params: {id: {type: string, example: x-${i}}}}`);
}
