// How the site looks: light, dark, narrow and printed, compared with screenshots that were
// looked at.
//
// Machines differ in their fonts and in how they draw them. So pages are drawn with a font
// that comes with the test, and compared a quarter as large, where edges of letters are
// shades: what counts is what stands where in which colour. They differ if more than half
// of the pixels of some place do. ERRGEN_UPDATE=1 writes them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { launch, serve, watched } from "./browser.mjs";

const scale = 4;
const place = 16; // pixels of the smaller picture, each way
const folder = new URL("screenshots/", import.meta.url);

const face = async (family, file, weight) =>
  `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/ttf;base64,${await readFile(new URL(`node_modules/dejavu-fonts-ttf/ttf/${file}.ttf`, import.meta.url), "base64")}); }\n`;
const fonts = (await face("Test", "DejaVuSans", 400)) + (await face("Test", "DejaVuSans-Bold", 600)) +
  (await face("Test Mono", "DejaVuSansMono", 400)) +
  `body, input { font-family: "Test" !important; } code, pre, kbd { font-family: "Test Mono" !important; } input { caret-color: transparent !important; }`;

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(process.env.SMALL);
  await mkdir(folder, { recursive: true });
});
after(async () => {
  server.close();
  await browser.close();
});

// smaller is a picture with each square of pixels as one.
function smaller(from) {
  const to = new PNG({ width: Math.floor(from.width / scale), height: Math.floor(from.height / scale) });
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let dy = 0; dy < scale; dy++) {
          for (let dx = 0; dx < scale; dx++) sum += from.data[((y * scale + dy) * from.width + x * scale + dx) * 4 + c];
        }
        to.data[(y * to.width + x) * 4 + c] = Math.round(sum / scale ** 2);
      }
    }
  }
  return to;
}

const wide = { width: 1200, height: 900 };
const narrow = { width: 390, height: 844 };
const looks = {
  light: { colorScheme: "light", viewport: wide },
  dark: { colorScheme: "dark", viewport: wide },
  narrow: { colorScheme: "light", viewport: narrow },
  print: { colorScheme: "dark", viewport: { width: 794, height: 1123 } },
};
const pages = { index: "index.html", filtered: "index.html#q=order", error: "shop/ProviderDown.html", catalog: "shop/index.html" };
const shown = { light: ["index", "error", "catalog"], dark: ["filtered", "error"], narrow: ["index", "error"], print: ["index", "error"] };

for (const [look, options] of Object.entries(looks)) {
  for (const name of shown[look]) {
    const path = pages[name];
    test(`${name}, ${look}`, async () => {
      const { page, close } = await watched(browser, server.base, { ...options, bypassCSP: true });
      if (look === "print") await page.emulateMedia({ media: "print" });
      await page.goto(server.base + path);
      await page.addStyleTag({ content: fonts });
      await page.evaluate(() => document.fonts.ready);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: options.viewport.width, height }); // so that all of it is drawn
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const full = await page.screenshot({ fullPage: true });
      await close();
      if (process.env.ERRGEN_SHOTS) await writeFile(`${process.env.ERRGEN_SHOTS}/${name}-${look}.png`, full);
      const got = smaller(PNG.sync.read(full));
      const file = new URL(`${name}-${look}.png`, folder);
      if (process.env.ERRGEN_UPDATE === "1") {
        await writeFile(file, PNG.sync.write(got, { colorType: 2 }));
        return;
      }
      const want = PNG.sync.read(await readFile(file));
      assert.ok(Math.abs(got.height - want.height) <= 2 && got.width === want.width, `${got.width} x ${got.height}, not ${want.width} x ${want.height}`);
      const both = Math.min(got.height, want.height) * got.width;
      const differing = pixelmatch(got.data.subarray(0, both * 4), want.data.subarray(0, both * 4), null, got.width, both / got.width, { threshold: 0.02, windowSize: place });
      assert.ok(differing <= place ** 2 / 2, `${differing} of the ${place ** 2} pixels of a place differ`);
      if (differing > 0) console.log(`${name}, ${look}: at most ${differing} of the ${place ** 2} pixels of a place differ`);
    });
  }
}
