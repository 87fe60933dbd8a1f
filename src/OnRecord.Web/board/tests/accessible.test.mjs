import assert from 'node:assert/strict';
import test from 'node:test';
import { accessible, mapped, shot, visit } from './visit.mjs';

const PAGES = [
  ['picture', '/?asOf=2021-08-13'], ['holders', '/?asOf=2021-08-13&tab=control'], ['place', '/?asOf=2021-08-13&sel=AF/Kunduz'], ['timeline', '/timeline'], ['commitments', '/commitments?asOf=2021-08-15'],
  ['disagreements', '/disagreements'], ['statements', '/statements'], ['report', '/report'], ['read', '/read'],
];

const DARK = new Set(['picture', 'timeline', 'commitments', 'statements']);

for (const colorScheme of ['light', 'dark'])
  for (const [name, address] of PAGES.filter(([name]) => colorScheme === 'light' || DARK.has(name)))
    test(`axe finds no serious fault: ${name}, ${colorScheme}`, () =>
      visit(address, async (page) => {
        await page.locator('main h1').first().waitFor({ state: 'attached' });
        if (address.startsWith('/?')) await mapped(page);
        else await page.waitForLoadState('networkidle').catch(() => null);
        await accessible(page, name);
        await shot(page, `${name}-${colorScheme}`);
      }, { colorScheme }));

test('the keyboard reaches everything: skip link, pages, lists, day bar', () =>
  visit('/?asOf=2021-08-13', async (page) => {
    await mapped(page);
    const reached = new Set();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => {
        const e = document.activeElement;
        return e.getAttribute('aria-label') ?? e.textContent.trim().slice(0, 30);
      }));
    }
    for (const name of ['To the content', 'Timeline', 'Statements']) assert.ok(reached.has(name), `${name}: ${[...reached].join(' | ')}`);
    await page.locator('.line button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.chosen .reference').first().waitFor();
    await page.getByRole('slider', { name: 'Day shown' }).focus();
    await page.keyboard.press('Home');
    await page.getByText('1 Aug 2021').first().waitFor();
  }));

test('on a narrow screen the pages fit', () =>
  visit('/?asOf=2021-08-13', async (page) => {
    await mapped(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
    await shot(page, 'picture-narrow');
  }, { viewport: { width: 420, height: 860 } }));
