// How the site behaves: from a server with a strict policy, and from a disk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, serve, watched } from "./browser.mjs";

const small = process.env.SMALL;
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

let browser;
let server;
let known; // a site that shows what is known of a service
before(async () => {
  browser = await launch();
  server = await serve(small);
  known = await serve(process.env.KNOWN);
});
after(async () => {
  server.close();
  known.close();
  await browser.close();
});

const places = { "a server": () => server.base, "a disk": () => pathToFileURL(small).href + "/" };

// on opens a page and runs steps on it, in which nothing may go wrong.
async function on(base, path, steps, options) {
  const { page, wrong, close } = await watched(browser, base, options);
  try {
    await page.goto(base + path);
    await steps(page);
    assert.deepEqual(wrong, []);
  } finally {
    await close();
  }
}

const shown = (page) => page.locator("tbody tr:not(.group) a:visible").allTextContents();

// type replaces what is in the field, key by key.
async function type(page, text) {
  await page.locator("#filter").fill("");
  await page.locator("#filter").pressSequentially(text);
}

for (const [place, baseOf] of Object.entries(places)) {
  describe("from " + place, () => {
    test("what one types finds", async () => {
      await on(baseOf(), "index.html", async (page) => {
        const all = await shown(page);
        assert.equal(all.length, 16);
        for (const [text, want] of [
          ["order_not", ["OrderNotFound"]],
          ["ORDER_NOT_FOUND", ["OrderNotFound"]],
          ["ordernotfound", ["OrderNotFound"]],
          ["order not found", ["OrderNotFound"]],
          ["order-not", ["OrderNotFound"]],
          ["503", ["ProviderDown"]],
          ["5xx", ["ProviderDown", "Internal"]],
          ["too many", ["TooManyRequests"]],
          ["limit", ["LegacyLimit", "Unauthorized", "TooManyRequests", "Internal"]], // the whole code, then other words
          ["4001", ["ViewOver"]],
          ["cancelOrder", ["OrderNotFound", "OrderShipped"]],
          ["stock", ["OutOfStock", "E_4711"]],
          ["order_missing", ["OrderMissing"]],
          ["Order o-12 not found", ["OrderNotFound"]],
          ['{"error": {"code": "CARD_EXPIRED", "message": "The card expired in 01/25"}}', ["CardExpired"]],
          ["2026-11-28T01:02:03Z ERROR shop: PROVIDER_DOWN after 3 attempts", ["ProviderDown"]],
          ["no such thing", []],
        ]) {
          await type(page, text);
          assert.deepEqual(await shown(page), want, text);
          const said = await page.locator("#found").textContent();
          assert.match(said, want.length > 0 ? new RegExp(`^${want.length} of 16 errors, best: ${want[0]}$`) : /^0 of 16 errors$/);
          assert.equal(await page.locator("#none").isVisible(), want.length === 0);
        }
        await type(page, "");
        assert.deepEqual(await shown(page), all);
      });
    });

    test("back and forward keep the filter, which is in the address", async () => {
      await on(baseOf(), "index.html", async (page) => {
        const q = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get("q");
        await type(page, "order_not");
        await page.waitForFunction(() => location.hash === "#q=order_not");
        await page.getByRole("link", { name: "OrderNotFound", exact: true }).click();
        await page.waitForURL("**/shop/OrderNotFound.html");
        assert.equal(await page.locator("h1").textContent(), "OrderNotFound");
        await page.goBack();
        assert.equal(await page.locator("#filter").inputValue(), "order_not");
        assert.deepEqual(await shown(page), ["OrderNotFound"]);
        await page.locator("#filter").fill("card");
        await page.locator("#filter").blur();
        await page.waitForFunction(() => location.hash === "#q=card");
        await page.goBack();
        assert.equal(q(), "order_not");
        assert.deepEqual(await shown(page), ["OrderNotFound"]);
        await page.goForward();
        assert.equal(q(), "card");
        assert.deepEqual(await shown(page), ["CardExpired"]);
        await page.goBack();
        await page.goBack();
        assert.equal(q(), null);
        assert.equal((await shown(page)).length, 16);
      });
    });

    test("a link to a filter, and from a status to all errors with it", async () => {
      await on(baseOf(), "index.html#q=409", async (page) => {
        assert.deepEqual(await shown(page), ["OrderShipped", "OutOfStock"]);
        await page.goto(baseOf() + "shop/ProviderDown.html");
        await page.getByRole("link", { name: "503 Service Unavailable" }).click();
        await page.waitForURL("**/index.html#q=503");
        assert.deepEqual(await shown(page), ["ProviderDown"]);
      });
    });

    test("with the keyboard alone", async () => {
      await on(baseOf(), "index.html#q=order", async (page) => {
        const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
        await page.keyboard.press("Tab");
        assert.equal(await focused(), "Skip to the errors");
        await page.keyboard.press("/");
        assert.equal(await focused(), "filter");
        await page.keyboard.type("payment declined");
        await page.keyboard.press("ArrowDown");
        assert.equal(await focused(), "PaymentDeclined");
        await page.keyboard.press("ArrowUp");
        assert.equal(await focused(), "filter");
        await page.keyboard.press("Escape");
        assert.equal((await shown(page)).length, 16);
        await page.keyboard.type("down");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/shop/ProviderDown.html");
        for (let i = 0; i < 30 && (await focused()) !== "payOrder"; i++) await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/shop/index.html#operation.payOrder");
      });
    });

    test("what is retired leads on", async () => {
      await on(baseOf(), "index.html", async (page) => {
        await page.getByRole("link", { name: "OrderMissing" }).click();
        await page.waitForURL("**/shop/OrderNotFound.html");
        await page.goto(baseOf() + "shop/BasketLocked.html");
        assert.match(await page.locator("main").textContent(), /does not occur any more/);
      });
    });

    test("without JavaScript all but the filter is there", async () => {
      await on(baseOf(), "index.html", async (page) => {
        assert.equal((await shown(page)).length, 16);
        assert.equal(await page.locator("#filter").isVisible(), false);
        await page.locator("text=OutOfStock").first().click();
        assert.equal(await page.locator("h1").textContent(), "OutOfStock");
        await page.goto(baseOf() + "shop/OrderMissing.html");
        await page.waitForURL("**/shop/OrderNotFound.html");
      }, { javaScriptEnabled: false });
    });
  });
}

test("every page loads without a complaint", async () => {
  const pages = (await readdir(small, { recursive: true })).filter((name) => name.endsWith(".html"));
  assert.ok(pages.length > 15);
  await on(server.base, "index.html", async (page) => {
    for (const path of pages) await page.goto(server.base + path);
  });
});

test("axe finds nothing", async () => {
  for (const [colorScheme, width] of [["light", 1200], ["dark", 360]]) {
    const { page, close } = await watched(browser, server.base, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const paths = ["index.html", "index.html#q=order", "shop/index.html", "shop/ProviderDown.html", "shop/OrderNotFound.html", "shop/LegacyLimit.html", "shop/BasketLocked.html", "live/ViewOver.html"];
    const ofService = ["shop/service-coverage.html", "shop/OrderShipped.html"];
    for (const path of [...paths.map((p) => server.base + p), ...ofService.map((p) => known.base + p)]) {
      await page.goto("about:blank");
      await page.goto(path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html + " " + n.failureSummary).join("; ")}`), [], `${path}, ${colorScheme}, ${width}`);
    }
    await close();
  }
});

// Where other tests run beside it, only what is slow by its kind fails.
const limit = process.env.ERRGEN_LONG === "1" ? 16 : 500;

test(`a key stroke among 2,000 errors filters within ${limit} ms`, async () => {
  const base = pathToFileURL(process.env.LARGE).href + "/";
  await on(base, "index.html", async (page) => {
    // The time that the page's thread runs, whatever else the machine does: script, style
    // and layout, which are held to the limit, and all of it until the next frame is there,
    // with paint, without what the same takes if nothing is typed. The least of five counts, of one where other tests run beside it.
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const running = async (names) => (await session.send("Performance.getMetrics")).metrics.reduce((ms, m) => (names.includes(m.name) ? ms + m.value * 1000 : ms), 0);
    const work = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    const took = async (names, text) => {
      const before = await running(names);
      await page.evaluate(async (text) => {
        const field = document.getElementById("filter");
        if (text !== null) {
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      }, text);
      return (await running(names)) - before;
    };
    const texts = ["o", "or", "ord", "order", "order_", "order_n", "order_no", "order", "o", "", "4", "40", "404", "", "payment expired", "xyz", ""];
    const least = texts.map(() => Infinity);
    const whole = texts.map(() => Infinity);
    let idle = Infinity;
    for (let run = 0; run < (process.env.ERRGEN_LONG === "1" ? 5 : 1); run++) {
      for (const [i, text] of texts.entries()) least[i] = Math.min(least[i], await took(work, text));
      for (const [i, text] of texts.entries()) {
        whole[i] = Math.min(whole[i], await took(["TaskDuration"], text));
        idle = Math.min(idle, await took(["TaskDuration"], null));
      }
    }
    console.log(`key strokes, ms (with paint): ${texts.map((text, i) => `"${text}" ${least[i].toFixed(1)} (${(whole[i] - idle).toFixed(1)})`).join(", ")}`);
    for (const [i, text] of texts.entries()) assert.ok(least[i] > 0 && least[i] < limit, `"${text}": ${least[i]} ms`);
  });
});
