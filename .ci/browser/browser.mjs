// Chromium, and a server of files with a policy as strict as there can be.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1",
  "--font-render-hinting=none", "--disable-lcd-text",
];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml",
};

export const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

// serve serves a folder, and returns its address and how to end.
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    try {
      const content = await readFile(join(folder, path));
      response.writeHead(200, { "Content-Type": types[/\.\w*$/.exec(path)?.[0]] ?? "text/plain", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" });
      response.end(content);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" });
      response.end("not found");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

// watched is a new page of which all that goes wrong is noted: what the console says,
// violations of the policy, requests to anywhere but the base, and answers that are none.
export async function watched(browser, base, options = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error("violation: " + e.violatedDirective + " " + e.blockedURI));
  });
  page.on("console", (m) => m.type() !== "verbose" && wrong.push(`console: ${m.type()}: ${m.text()}`)); // Chromium's advice on speed, which is hidden
  page.on("pageerror", (e) => wrong.push(`page: ${e}`));
  page.on("requestfailed", (r) => {
    if (r.failure()?.errorText !== "net::ERR_ABORTED") wrong.push(`failed: ${r.url()} ${r.failure()?.errorText}`); // a page that is left loads no further
  });
  page.on("request", (r) => r.url().startsWith(base) || wrong.push(`elsewhere: ${r.url()}`));
  page.on("response", (r) => r.status() >= 400 && wrong.push(`${r.status()}: ${r.url()}`));
  return { page, wrong, close: () => context.close() };
}
