// Has the shop's bundled document rendered by Redoc and Swagger UI in Chromium, and holds
// what a reader sees to the catalog: node portal.mjs DOCUMENT FOLDER. Screenshots go to
// the folder.
import assert from "node:assert";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const [document, folder] = process.argv.slice(2);
const modules = path.join(import.meta.dirname, "node_modules");
const files = {
  "/redoc.js": [path.join(modules, "redoc/bundles/redoc.standalone.js"), "text/javascript"],
  "/swagger-ui.js": [path.join(modules, "swagger-ui-dist/swagger-ui-bundle.js"), "text/javascript"],
  "/swagger-ui.css": [path.join(modules, "swagger-ui-dist/swagger-ui.css"), "text/css"],
  "/shop.yaml": [document, "text/yaml"],
};
const pages = {
  "/redoc": '<body><redoc spec-url="/shop.yaml" expand-responses="all"></redoc><script src="/redoc.js"></script>',
  "/swagger-ui": '<link rel="stylesheet" href="/swagger-ui.css"><body><div id="ui"></div><script src="/swagger-ui.js"></script>' +
    '<script>SwaggerUIBundle({ url: "/shop.yaml", dom_id: "#ui", docExpansion: "full", deepLinking: true })</script>',
};
const server = http.createServer((request, response) => {
  if (pages[request.url]) return response.setHeader("Content-Type", "text/html").end("<!doctype html><meta charset=utf-8>" + pages[request.url]);
  const [file, type] = files[request.url] ?? [];
  if (!file) return response.writeHead(404).end();
  response.setHeader("Content-Type", type).end(fs.readFileSync(file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const profile = fs.mkdtempSync(path.join(folder, "profile-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium", headless: true, viewport: { width: 1400, height: 1000 },
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Opens a page in which nothing goes wrong. */
async function open(name) {
  const page = await browser.newPage();
  page.on("pageerror", (err) => assert.fail(`${name}: ${err}`));
  await page.goto(origin + name);
  return page;
}

/** Fails unless a text has all of some words. */
function has(where, text, words) {
  for (const word of words) assert(text.includes(word), `${where}: there is no ${JSON.stringify(word)} in\n${text}`);
}

async function shoot(part, name) {
  await part.screenshot({ path: path.join(folder, name + ".png") });
}

/** Redoc has a choice of the codes of a status, each with the members of its error, also
 * of the errors in a list, and of the examples with what the catalog says of them. */
async function redoc() {
  const page = await open("/redoc");
  const update = page.locator('[id="tag/orders/operation/updateOrder"]');
  await update.waitFor({ timeout: 60000 });
  const conflict = update.locator("button", { hasText: "409" }).first().locator("xpath=..");
  has("redoc, 409", await conflict.innerText(), ["Conflict: InUse, Shipped, Outdated.", "urgency"]);
  await conflict.getByLabel("code").selectOption("OUTDATED");
  const outdated = await conflict.innerText();
  has("redoc, 409, Outdated", outdated, ["version"]);
  assert(!outdated.includes("urgency"), outdated);
  await shoot(conflict, "redoc-409");
  const rejected = update.locator("button", { hasText: "422" }).first().locator("xpath=..");
  await rejected.getByRole("button", { name: "faults" }).click();
  await rejected.getByLabel("fault", { exact: true }).selectOption("TOO_LONG");
  has("redoc, 422", await rejected.innerText(), ["Unprocessable Entity: Absent, TooLong.", "1 .. 100", "message", "Where it is in the request."]);
  await shoot(rejected, "redoc-422");
  await update.getByRole("tab", { name: "409" }).click();
  const samples = update.getByRole("tabpanel").filter({ hasText: "IN_USE" }).last();
  has("redoc, example", await samples.innerText(), ["Somebody is at it.", "Mira has opened the order o-12."]);
  await samples.getByLabel("Example").selectOption({ label: "Shipped, status 409" });
  const shipped = update.getByRole("tabpanel").filter({ hasText: "SHIPPED" }).last();
  has("redoc, example, Shipped", await shipped.innerText(), ["It is on its way.", "A return is possible still."]);
  await shoot(shipped, "redoc-example");
  has("redoc, 401", await update.locator("button", { hasText: "401" }).first().locator("xpath=..").innerText(), ["WWW-Authenticate"]);
  const list = page.locator('[id="tag/orders/operation/listOrders"]');
  has("redoc, 429", await list.locator("button", { hasText: "429" }).first().locator("xpath=..").innerText(), ["Retry-After", "X-RateLimit-Limit", "TOO_MANY"]);
  await shoot(update, "redoc-update");
  await page.close();
}

/** Swagger UI has a choice of the examples of a status, each with what the catalog says of
 * it, its errors by their names, and a table of its headers. */
async function swaggerUI() {
  const page = await open("/swagger-ui");
  const update = page.locator("#operations-orders-updateOrder");
  await update.waitFor({ timeout: 60000 });
  const conflict = update.locator('tr.response[data-code="409"]');
  const choice = conflict.locator("select.examples-select-element, .examples-select select").first();
  has("swagger ui, 409", (await choice.locator("option").allInnerTexts()).join("\n"), ["InUse", "Shipped", "Outdated"]);
  await choice.selectOption({ index: 1 });
  has("swagger ui, 409, Shipped", await conflict.innerText(), ["SHIPPED", "It is on its way.", "A return is possible still."]);
  await shoot(conflict, "swagger-ui-409");
  await conflict.getByText("Schema", { exact: true }).click();
  await conflict.getByText("oneOf").waitFor();
  has("swagger ui, 409, schema", await conflict.locator(".model-box").innerText(), ["InUse", "Shipped", "Outdated"]);
  await shoot(conflict, "swagger-ui-409-schema");
  has("swagger ui, 412", await update.locator('tr.response[data-code="412"]').innerText(), ['"status": 412', "By now it is version 5."]);
  has("swagger ui, 401", await update.locator('tr.response[data-code="401"]').innerText(), ["WWW-Authenticate"]);
  has("swagger ui, 429", await page.locator('#operations-orders-listOrders tr.response[data-code="429"]').innerText(), ["Retry-After", "X-RateLimit-Limit", "Come back in 20 seconds."]);
  await shoot(update, "swagger-ui-update");
  await page.close();
}

try {
  await redoc();
  await swaggerUI();
  console.log("    Redoc, Swagger UI: several errors of a status, examples, headers are to be read");
} finally {
  await browser.close();
  server.close();
  fs.rmSync(profile, { recursive: true });
}
