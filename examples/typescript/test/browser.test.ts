// Opens a page in headless Chromium that fetches from a Go service, and reads what it shows.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

test('a page shows the errors of a Go service', { timeout: 120_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'errgen-page-'));
  t.after(() => rm(folder, { recursive: true }));
  await build({ entryPoints: ['browser/page.ts'], bundle: true, format: 'esm', outfile: join(folder, 'page.js') });
  await writeFile(join(folder, 'index.html'), '<!doctype html><body><script type="module" src="page.js"></script>');

  const service = spawn(process.env['SERVICE'] ?? 'build/service', [folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => service.kill());
  const [address] = await once(service.stdout, 'data');

  const browser = await chromium.launch({ executablePath, args });
  t.after(() => browser.close());
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto(String(address).trim());
  await page.waitForSelector('hr', { state: 'attached' });
  assert.deepEqual(faults, []);
  const shown = Object.fromEntries(await page.$$eval('li', (lines) => lines.map((line) => [line.id, line.textContent])));
  assert.deepEqual(shown, {
    listed: 'OutOfStock: 2 of umbrella',
    parent: 'OrderNotFound, a NotFound: There is no order 8.',
    repeated: 'Invalid: count; Missing: item',
    unlisted: 'Unlisted: TEAPOT: It is short and stout.',
    unexpected: 'UnexpectedResponse: 502',
    fine: '',
  });
});
