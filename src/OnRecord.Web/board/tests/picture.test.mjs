import assert from 'node:assert/strict';
import test from 'node:test';
import { board, mapped, shot, text, visit } from './visit.mjs';

const holders = (page) => page.locator('.holders tbody tr').count();

test('sliding from the 6th to the 16th turns the provinces, on the map and in the table', () =>
  visit('/?asOf=2021-08-06&tab=control', async (page) => {
    await mapped(page, '2021-08-06');
    const first = await holders(page);
    const early = await page.locator('.stage .map').screenshot();
    await shot(page, 'picture-06');
    const slider = page.getByRole('slider', { name: 'Day shown' });
    await slider.focus();
    const counts = [first];
    for (let day = 7; day <= 16; day++) {
      await page.keyboard.press('ArrowRight');
      await mapped(page, `2021-08-${String(day).padStart(2, '0')}`);
      counts.push(await holders(page));
    }
    assert.equal(await slider.getAttribute('aria-valuetext'), '16 Aug 2021');
    assert.ok(counts.every((n, i) => i === 0 || n >= counts[i - 1]), `places do not get fewer: ${counts}`);
    assert.ok(counts.at(-1) >= first + 15, `many towns change hands: ${counts}`);
    assert.match(await text(page.locator('.holders')), /Kabul.*Taliban/);
    const late = await page.locator('.stage .map').screenshot();
    assert.ok(!early.equals(late), 'the map looks different');
    await shot(page, 'picture-16');
  }));

test('every state has an address, and back goes back', () =>
  visit('/?asOf=2021-08-10', async (page) => {
    await mapped(page);
    await page.getByRole('button', { name: '30 days' }).click();
    await page.getByRole('link', { name: 'Commitments' }).click();
    await page.getByRole('heading', { name: /Commitments as of 10 Aug 2021/ }).waitFor();
    assert.match(page.url(), /\/commitments\?asOf=2021-08-10$/);
    await page.goBack();
    await page.waitForFunction(() => location.search.includes('days=30'));
    assert.equal(await page.getByRole('button', { name: '30 days' }).getAttribute('aria-pressed'), 'true');
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('days'));
    await page.reload();
    assert.match(await text(page.locator('.daybar .day')), /10 Aug 2021/);
  }));

test('a click on Kunduz lists its evidence', () =>
  visit('/?asOf=2021-08-13', async (page) => {
    await mapped(page, '2021-08-13');
    const spot = await page.evaluate(() => {
      const box = document.querySelector('.map').getBoundingClientRect();
      return { x: box.x, y: box.y, width: box.width, height: box.height };
    });
    // Wherever the map begins: look for the province by what the pointer finds.
    let found = false;
    for (let y = 0.08; y < 0.45 && !found; y += 0.03)
      for (let x = 0.55; x < 0.85 && !found; x += 0.03) {
        await page.mouse.move(spot.x + spot.width * x, spot.y + spot.height * y);
        await page.waitForTimeout(60);
        found = (await page.locator('.cursor strong').count()) > 0 && (await page.locator('.cursor strong').first().innerText()) === 'Kunduz';
      }
    assert.ok(found, 'the pointer finds Kunduz on the map');
    assert.match(await text(page.locator('.cursor')), /Taliban.*reference/);
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('heading', { name: 'Kunduz', level: 2 }).waitFor();
    await page.locator('.chosen .reference').first().waitFor();
    assert.match(await text(page.locator('.chosen .spanned').first()), /Taliban.*8 Aug/);
    assert.match(await text(page.locator('.chosen .reference').first()), /Kunduz/);
    await page.locator('.chosen .lines .what').first().waitFor();
    await shot(page, 'picture-kunduz');
    await page.locator('.chosen .reference a').first().click();
    await page.locator('.paper mark.f-trigger').waitFor();
    assert.match(page.url(), /\/statements\//);
  }));

test('as known then: what was not known yet is not shown', () =>
  visit('/?asOf=2021-08-16&tab=control', async (page) => {
    await page.locator('.holders tbody tr').first().waitFor();
    const all = await holders(page);
    await page.getByRole('slider', { name: 'As known on' }).focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft');
    await page.getByText('as known on 10 Aug').waitFor();
    await page.waitForFunction((n) => document.querySelectorAll('.holders tbody tr').length < n, all);
    assert.doesNotMatch(await text(page.locator('.holders')), /Kabul/);
    await page.getByRole('button', { name: 'All that is known' }).click();
    await page.waitForFunction((n) => document.querySelectorAll('.holders tbody tr').length === n, all);
  }));

test('play moves the days by itself', () =>
  visit('/?asOf=2021-08-06', async (page) => {
    await mapped(page);
    await page.getByRole('button', { name: 'Play the days' }).click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get('asOf') >= '2021-08-08');
    await page.getByRole('button', { name: 'Stop' }).click();
  }));

test('people driven out of a town stand on the map in the middle of their division', () =>
  visit('/', async (page) => {
    await mapped(page);
    // A frame as the board would answer it, with one displacement whose town is not handed out.
    await page.route('**/api/frame*', async (route) => {
      const frame = await (await route.fetch()).json();
      const one = { ...frame.happenings[0], id: 'hap-away', line: 'Families driven out', harm: 9, place: { key: 'AF/Bamyan', name: 'Bamyan', kind: 'admin1', admin1: 'Bamyan', country: 'AF' } };
      await route.fulfill({ json: { ...frame, happenings: [one] } });
    });
    await page.goto(new URL('/?asOf=2021-08-12&days=30', page.url()).href);
    await mapped(page, '2021-08-12');
    const spot = await page.locator('.map').boundingBox();
    let found = false;
    for (let y = 0.3; y < 0.6 && !found; y += 0.025)
      for (let x = 0.42; x < 0.75 && !found; x += 0.02) {
        await page.mouse.move(spot.x + spot.width * x, spot.y + spot.height * y);
        await page.waitForTimeout(60);
        found = (await page.locator('.cursor strong').allInnerTexts())[0] === 'Families driven out';
      }
    assert.ok(found, 'the pointer finds them');
  }));

test('what is held, disputed and not known looks different; what lies on top of each other is one circle; the legend names the sides', () =>
  visit('/?asOf=2021-08-13', async (page) => {
    await mapped(page, '2021-08-13');
    const drawn = async (state) => {
      await page.route('**/api/frame*', async (route) => {
        const frame = await (await route.fetch()).json();
        const kandahar = frame.provinces.find((one) => one.name === 'Kandahar');
        const herat = { key: 'AF/Herat/Herat', name: 'Herat', kind: 'city', admin1: 'Herat', country: 'AF', lat: 34.35, lon: 62.2 };
        const happenings = [0, 1, 2].map((i) => ({ ...frame.happenings[0], id: `hap-${i}`, line: `Line ${i}`, harm: 4, place: herat }));
        await route.fulfill({ json: { ...frame, places: [], happenings, provinces: state ? [{ ...kandahar, state }] : [] } });
      });
      await page.goto(new URL('/?asOf=2021-08-12', page.url()).href);
      await mapped(page, '2021-08-12');
      const picture = await page.evaluate(() => document.querySelector('.map .over').toDataURL());
      const legend = await text(page.locator('.legend'));
      return { picture, legend };
    };
    const [held, disputed, unknown] = [await drawn('held'), await drawn('disputed'), await drawn(null)];
    assert.equal(new Set([held.picture, disputed.picture, unknown.picture]).size, 3);
    assert.match(held.legend, /Taliban.*disputed or fought over.*not known.*harm to people/);
    assert.doesNotMatch(unknown.legend, /Taliban/);
    const spot = await page.locator('.map').boundingBox();
    let found = false;
    for (let y = 0.4; y < 0.56 && !found; y += 0.03)
      for (let x = 0.22; x < 0.4 && !found; x += 0.02) {
        await page.mouse.move(spot.x + spot.width * x, spot.y + spot.height * y);
        await page.waitForTimeout(40);
        found = (await page.locator('.cursor strong').allInnerTexts())[0] === '3 happenings';
      }
    assert.ok(found, 'the pointer finds the three as one');
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes('sel=AF'));
  }));

test('without WebGL the map stands still and tells the same', () =>
  visit('about:blank', async (page) => {
    await page.addInitScript(() => {
      const was = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : was.call(this, kind, ...rest); };
    });
    await page.goto(new URL('/?asOf=2021-08-13', board).href);
    await page.waitForSelector('.map[data-shown][data-day="2021-08-13"]');
    await page.getByText('This browser cannot move the map').waitFor();
    assert.equal(await page.locator('.map .ground').isVisible(), true);
    await shot(page, 'picture-still');
  }));
