import assert from 'node:assert/strict';
import test from 'node:test';
import { visit } from './visit.mjs';

// This board's record holds an article whose text is script, names with markup, and a title made to break JSON.
const PAGES = ['/', '/?tab=control', '/?days=4000', '/timeline', '/timeline?by=actor', '/commitments', '/disagreements', '/statements', '/report', '/read'];

for (const address of PAGES)
  test(`nothing in the record runs on ${address}`, () =>
    visit(address, async (page) => {
      await page.locator('main > *').first().waitFor();
      await page.waitForTimeout(500);
      assert.equal(await page.evaluate(() => globalThis.ran), undefined);
      assert.equal(await page.locator('main img, main script, main iframe, main svg[onload]').count(), 0, 'no element was made of words');
    }));

test('an article of script is shown as words', () =>
  visit('/statements', async (page) => {
    await page.locator('.table .body .row a').first().click();
    await page.locator('.paper .text').waitFor();
    assert.match(await page.locator('.paper .text').innerText(), /<script>globalThis\.ran/);
    assert.match(await page.locator('.paper .headline').innerText(), /"\}\]\}/);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    assert.equal(await page.locator('.paper a[href^="javascript"]').count(), 0);
  }));

test('an address of nonsense shows a page all the same', () =>
  visit('/?asOf=%3Cscript%3E&known=9999-99-99&sel=%22%3E%3Cimg%20src%3Dx%20onerror%3DglobalThis.ran%3D1%3E&days=4000', async (page) => {
    await page.locator('.chosen h2').waitFor();
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  }));
