// What the browser tests share: Chromium, a page of the board under test, and a watch on what it asks for.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

export const board = process.env.BOARD_URL;
const shots = process.env.BOARD_SHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
  });
});
after(() => browser?.close());

/** Opens an address, hands the page to the test, and holds that nothing went wrong on it and nothing was asked of another machine. */
export async function visit(address, test, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  // Nothing is timed: a machine that is busy otherwise may take its time.
  page.setDefaultTimeout(90_000);
  const [faults, strangers] = [[], []];
  page.on('pageerror', (e) => faults.push(e.message));
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
  page.on('dialog', (d) => (faults.push(`a dialog opened: ${d.message()}`), d.dismiss()));
  page.on('request', (r) => !r.url().startsWith(board) && !r.url().startsWith('data:') && !r.url().startsWith('blob:') && strangers.push(r.url()));
  try {
    await page.goto(new URL(address, board).href);
    await test(page);
    assert.deepEqual(faults, [], 'faults on the page');
    assert.deepEqual(strangers, [], 'requests to other machines');
  } finally {
    await context.close();
  }
}

/** Waits until the map shows a day. */
export const mapped = (page, day) => page.waitForSelector(`.map[data-drawn]${day ? `[data-day="${day}"]` : ''}`);

export async function shot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Holds that axe-core finds no serious or critical fault. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  assert.deepEqual(grave.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`).join(' | ')}`), [], `faults of ${what}`);
}

export const text = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();
