import assert from 'node:assert/strict';
import test from 'node:test';
import { shot, text, visit } from './visit.mjs';

const aim = (page) => page.locator('.card', { hasText: /Taliban aim/ }).first();

test('the commitment of the 13th turns to met on the 15th', () =>
  visit('/commitments?asOf=2021-08-14', async (page) => {
    await aim(page).waitFor();
    assert.match(await text(aim(page)), /Running.*6 days left/);
    await page.getByRole('slider', { name: 'Day shown' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: /as of 15 Aug 2021/ }).waitFor();
    await page.locator('.card.st-met', { hasText: /Taliban aim/ }).waitFor();
    assert.match(await text(aim(page)), /Met, early/);
    await aim(page).getByRole('button').click();
    await aim(page).locator('.reference').nth(1).waitFor();
    assert.match(await text(aim(page)), /Said by.*Met by/);
    await shot(page, 'commitments');
    await page.locator('.chip', { hasText: /^Met/ }).click();
    assert.equal(await page.locator('.card:not(.st-met)').count(), 0);
  }));

test('the two sides of a disagreement stand side by side with their words', () =>
  visit('/disagreements?asOf=2021-08-16', async (page) => {
    await page.locator('.versus').first().waitFor();
    await page.locator('.versus .sides > section').nth(1).locator('.reference').first().waitFor();
    assert.match(await text(page.locator('.versus').first()), /independent origin/);
    await shot(page, 'disagreements');
  }));

test('the timeline shows who took what when, comes closer, and has a table', () =>
  visit('/timeline', async (page) => {
    await page.locator('.lanes .span').first().waitFor();
    const names = await page.locator('.names li span').allInnerTexts();
    assert.ok(names.indexOf('Zaranj') < names.indexOf('Kunduz') && names.indexOf('Kunduz') < names.indexOf('Kabul'), `in the order in which they fell: ${names}`);
    await shot(page, 'timeline');
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.waitForFunction(() => location.search.includes('from='));
    await page.locator('.lanes [data-sel^="con-"]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.found .reference').first().waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    assert.match(await text(page.locator('table')), /Taliban/);
    assert.match(page.url(), /as=table/);
    await page.getByRole('button', { name: 'By actor' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('th[scope=row]')].some((th) => th.textContent === 'Taliban'));
  }));

test('each line of the situation report leads to its evidence, and the report can be taken along', () =>
  visit('/report?asOf=2021-08-16', async (page) => {
    await page.locator('.report section li .ref').first().waitFor();
    for (const list of await page.locator('.report section:not(.sources) > ul > li').all()) assert.ok((await list.locator('.ref').count()) > 0, 'no line without a reference');
    await shot(page, 'report');
    await page.locator('.report section li .ref').first().click();
    assert.match(page.url(), /#ref-\d+$/);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByText('Copied').waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# Situation/);
    await page.getByLabel('Area').fill('Kunduz');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => location.search.includes('area=Kunduz'));
    await page.waitForFunction(() => !document.querySelector('.report').textContent.includes('Zaranj'));
    await page.getByRole('button', { name: 'Dark colours' }).click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.daybar').isVisible(), false);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.report li')).color), 'rgb(0, 0, 0)', 'dark on paper, whatever the colours on the screen');
    assert.ok(await page.evaluate(() => document.querySelector('main').scrollHeight <= document.querySelector('main').clientHeight + 1), 'nothing is hidden below the fold');
  }, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('statements are searched, narrowed down and opened with the words of each field marked', () =>
  visit('/statements', async (page) => {
    await page.locator('.table .body .row a').first().waitFor();
    const all = Number((await text(page.locator('.total'))).split(' ')[0]);
    await page.getByLabel('Search the statements').fill('kunduz');
    await page.waitForFunction((n) => parseInt(document.querySelector('.total').textContent) < n, all);
    assert.match(page.url(), /q=kunduz/);
    await page.locator('.facet', { hasText: /^capture/ }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('.table .body .row')].every((row) => row.children[1]?.textContent.includes('capture')));
    await shot(page, 'statements');
    await page.locator('.table .body .row a').first().click();
    await page.locator('.paper mark.f-trigger').waitFor();
    assert.ok((await page.locator('.paper mark').count()) >= 2);
    assert.match(await text(page.locator('.voices')), /printed by|in its own voice/);
    await shot(page, 'statement');
    await page.goBack();
    await page.locator('.table .body .row a').first().waitFor();
    assert.match(page.url(), /type=capture/);
  }));

test('however far the table is scrolled, each row shows its own statement, and back leads to where it was', () =>
  visit('/statements', async (page) => {
    await page.locator('.table .body .row a').first().waitFor();
    const { items } = await (await page.request.get(new URL('/api/statements?limit=500', page.url()).href)).json();
    // Row by row: what stands where, by the number that assistive technology is told.
    const shown = () => page.evaluate(() => [...document.querySelectorAll('.table .body .row')].map((row) => ({
      index: Number(row.ariaRowIndex) - 2, top: row.getBoundingClientRect().top - document.querySelector('.table .body').getBoundingClientRect().top, href: row.querySelector('a').getAttribute('href'), cells: [...row.children].map((cell) => cell.title || cell.textContent),
    })));
    const right = async () => {
      const rows = await shown();
      assert.ok(rows.length < 60, 'few rows are there');
      for (const row of rows) {
        const item = items[row.index];
        assert.equal(row.top, row.index * 36);
        assert.ok(row.href.startsWith(`/statements/${item.id}`), `${row.index}: ${row.href}`);
        assert.equal(row.cells[0], item.known);
        assert.equal(row.cells[2], item.agent);
        assert.ok(row.cells[6] === item.words, `${row.cells[6]} for ${item.words}`);
      }
      return rows;
    };
    await right();
    for (const top of [200, 1234, 90, 3000, 1e6]) {
      await page.evaluate((y) => { document.querySelector('.table').scrollTop = y; }, top);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await right();
    }
    assert.equal(Math.max(...(await shown()).map((row) => row.index)), items.length - 1);
    // Nothing sticks out of its column, however it was cut.
    assert.ok(await page.evaluate(() => [...document.querySelectorAll('.table .body .row > span')].every((cell) => cell.scrollWidth <= cell.clientWidth + 7)));
    const before = await page.evaluate(() => document.querySelector('.table').scrollTop);
    // Anywhere in the row, not only on its words.
    await page.locator(`.table .body .row[aria-rowindex="${items.length - 3}"] > span:nth-child(5)`).click();
    await page.locator('.paper mark.f-trigger').waitFor();
    assert.ok(page.url().includes(`/statements/${items[items.length - 5].id}`));
    await page.getByRole('link', { name: '← Statements' }).click();
    await page.waitForFunction((top) => Math.abs((document.querySelector('.table')?.scrollTop ?? 0) - top) < 2, before);
    await right();
  }));

test('back leads to where one was on a long page', () =>
  visit('/report?asOf=2021-08-16', async (page) => {
    await page.locator('.sources li a').last().click();
    await page.locator('.paper mark').first().waitFor();
    await page.goBack();
    await page.locator('.sources li a').last().waitFor();
    await page.waitForFunction(() => document.querySelector('main').scrollTop > 500);
  }));

test('the table is worked with the keyboard', () =>
  visit('/statements', async (page) => {
    await page.locator('.table .body .row a').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.activeElement?.closest('.row')?.ariaRowIndex === document.querySelector('.table').ariaRowCount);
    await page.keyboard.press('Enter');
    await page.locator('.paper mark').first().waitFor();
  }));

test('on a phone nothing is wider than the screen, and the page that is open is in sight above it', () =>
  visit('/', async (page) => {
    for (const [path, seen] of [['', '.side .line'], ['timeline', '.lanes .span'], ['commitments', '.card'], ['disagreements', '.versus'], ['statements', '.table .row a'], ['report', '.report li .ref'], ['read', 'textarea']]) {
      await page.goto(new URL(`/${path}`, page.url()).href);
      await page.locator(seen).first().waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} fits`);
      await page.waitForFunction(() => {
        const [row, one] = [document.querySelector('nav'), document.querySelector('nav [aria-current]')].map((at) => at.getBoundingClientRect());
        return one.left >= row.left - 1 && one.right <= row.right + 1;
      });
      if (path === 'statements') {
        assert.equal(await page.locator('.facet').first().isVisible(), false);
        await page.getByRole('button', { name: 'Narrow down' }).click();
        await page.locator('.facet', { hasText: /^capture/ }).click();
        await page.waitForFunction(() => location.search.includes('type=capture'));
      }
      await shot(page, `phone-${path || 'picture'}`);
    }
  }, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));
