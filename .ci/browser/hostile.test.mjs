// Texts that are meant to break a page, each in every place of a site, loaded under the
// strict policy: nothing but text comes of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, serve, watched } from "./browser.mjs";

const folder = process.env.HOSTILE;
const texts = JSON.parse(await readFile(join(folder, "texts.json"), "utf8"));

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const elements = ("html head meta title link script body a nav header main h1 h2 h3 ul li p div section aside dl dt dd pre code " +
  "blockquote table thead tbody tr th td span strong br form label input button kbd footer").split(" ");

// strange are the parts of a page that no page of a site has: elements, handlers, and
// links that lead neither into the site nor to the web.
const strange = (page) => page.evaluate(partsOf, elements);

function partsOf(elements) {
  const found = [];
  for (const e of document.querySelectorAll("*")) {
    if (!elements.includes(e.localName)) found.push(e.localName);
    for (const a of e.attributes) if (/^on|^style$|^srcdoc$/.test(a.name)) found.push(`${e.localName} ${a.name}`);
    if (e.localName === "a" && !/^https?:$/.test(e.protocol)) found.push(e.href);
    if (e.localName === "script" && !e.src) found.push("a script without a file");
  }
  return found;
}

// stay has a page that leads on, as that of a retired error does, stay where it is.
async function stay(file) {
  const content = await readFile(file, "utf8");
  const leads = /<meta http-equiv="refresh"[^>]*>/;
  if (leads.test(content)) await writeFile(file, content.replace(leads, ""));
}

// wrongs loads all pages of sites within a folder, types each site's text into the filter
// of its index, and returns all that went wrong.
async function wrongs(folder, sites) {
  const server = await serve(folder);
  const { page, wrong, close } = await watched(browser, server.base);
  page.on("dialog", (d) => { wrong.push(`dialog: ${d.message()}`); d.dismiss(); });
  const all = [];
  try {
    for (const { name, text } of sites) {
      const paths = (await readdir(join(folder, name), { recursive: true })).filter((path) => path.endsWith(".html"));
      for (const path of paths) {
        await stay(join(folder, name, path));
        await page.goto(server.base + name + "/" + path.split("/").map(encodeURIComponent).join("/"));
        wrong.push(...(await strange(page)).map((s) => `${path}: ${s}`));
      }
      if (text !== undefined) {
        await page.goto(server.base + name + "/index.html#" + new URLSearchParams({ q: text }));
        wrong.push(...(await strange(page)).map((s) => `index.html with the filter: ${s}`));
      }
      all.push({ text, pages: paths.length, wrong: wrong.splice(0) });
    }
  } finally {
    await close();
    server.close();
  }
  return all;
}

// Where other tests run beside it, some of the texts do.
const some = process.env.ERRGEN_LONG === "1" ? 1 : 6;

test("hostile texts are nothing but text under the policy", async () => {
  const sites = texts.map((text, i) => ({ name: String(i), text })).filter((_, i) => i % some === 0);
  for (const { text, pages, wrong } of await wrongs(folder, sites)) {
    assert.ok(pages > 5, `${pages} pages`);
    assert.deepEqual(wrong, [], JSON.stringify(text.slice(0, 40)));
  }
});

test("what is looked for would be seen", async () => {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  try {
    await mkdir(join(folder, "site"));
    for (const [body, want] of [
      ["<script>alert(1)</script>", /violation: script-src/],
      ['<p style="color: red">', /violation: style-src/],
      ['<img src="https://elsewhere.example/x.png">', /elsewhere: /],
      ['<a href="javascript:alert(1)">', /javascript:alert/],
      ["<iframe>", /iframe/],
      ['<p onclick="alert(1)">', /p onclick/],
    ]) {
      await writeFile(join(folder, "site", "index.html"), `<!DOCTYPE html><title>x</title>${body}`);
      assert.match((await wrongs(folder, [{ name: "site" }]))[0].wrong.join("\n"), want);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
