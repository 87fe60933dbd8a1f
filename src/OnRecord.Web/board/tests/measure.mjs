// Measures an open board in Chromium, which draws by software, and prints the figures as JSON: node measure.mjs ADDRESS [ROWS-PER-SECOND | opened]
// "opened" measures the steps alone, of a board that has just been opened.
// No test depends on it; `OnRecord.Benchmarks board-view` runs it.
import { chromium } from 'playwright-core';

const [, , address, how = '200'] = process.argv;
const justOpened = how === 'opened';
const speed = justOpened ? 0 : Number(how);
const VIEWS = 5;
const STEPS = 20;
const ROW = 36;
const EMPTY_SECONDS = 15;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
const figures = {};
// A visitor's browser is running already.
await (await browser.newPage()).close();

// A page with nothing kept; what is looked for is timed from the start of the navigation to the frame after the one that it is in.
async function opened(path, marks = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript((wanted) => {
    globalThis.times = {};
    const look = () => {
      for (const [name, selector] of Object.entries(wanted))
        if (!(name in globalThis.times) && document.querySelector(selector)) {
          globalThis.times[name] = 0;
          requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.times[name] = performance.now())));
        }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, marks);
  await page.goto(new URL(path, address).href);
  return page;
}

const first = { lists: '.side .line', map: '.map[data-shown]', movable: '.map[data-drawn]' };
figures.first = [];
for (let i = 0; i < (justOpened ? 0 : VIEWS); i++) {
  const page = await opened('/', first);
  await page.waitForFunction((names) => names.every((name) => globalThis.times[name] > 0), Object.keys(first));
  figures.first.push(await page.evaluate(() => globalThis.times));
  await page.context().close();
}

// From the key to the end of the frame in which the map and the lists show the day that it leads to.
async function stepped(path, slider, key, pause) {
  const page = await opened(path);
  await page.waitForSelector('.map[data-drawn]');
  await page.waitForTimeout(1500);
  await page.getByRole('slider', { name: slider }).focus();
  await page.evaluate(() => {
    const shown = () => [document.querySelector('.map').dataset.frame, document.querySelector('.side').dataset.frame];
    addEventListener('keydown', (e) => {
      const [before] = shown();
      const look = () => {
        const [map, lists] = shown();
        if (map === before || lists !== map) return requestAnimationFrame(look);
        // It is drawn when the next one begins.
        requestAnimationFrame(() => (globalThis.step = performance.now() - e.timeStamp));
      };
      globalThis.step = 0;
      requestAnimationFrame(look);
    }, true);
  });
  const steps = [];
  for (let i = 0; i < STEPS; i++) {
    await page.keyboard.press(key);
    await page.waitForFunction(() => globalThis.step > 0);
    steps.push(await page.evaluate(() => globalThis.step));
    await page.waitForTimeout(pause);
  }
  await page.context().close();
  return steps;
}
const { last } = await (await fetch(new URL('/api/record', address))).json();
const back = (days) => new Date(Date.parse(last) - days * 86_400_000).toISOString().slice(0, 10);
figures.stepsQuick = await stepped(`/?asOf=${back(40)}`, 'Day shown', 'ArrowLeft', 0);
figures.stepsPaused = await stepped(`/?asOf=${back(300)}`, 'Day shown', 'ArrowRight', 300);
figures.stepsFar = await stepped(`/?asOf=${back(30)}`, 'Day shown', 'PageDown', 300);
figures.stepsKnown = await stepped(`/?asOf=${back(20)}`, 'As known on', 'ArrowLeft', 300);

// A list at a steady speed: how many frames a second, and in how many of them a row in sight was still on its way.
const scrolled = (page, seconds) => page.evaluate(async ([pixels, height, longest]) => {
  const box = document.querySelector('.table');
  const most = box.scrollHeight - box.clientHeight;
  const start = performance.now();
  let [frames, waiting, late, now, before] = [0, 0, 0, start, start];
  while (box.scrollTop < most - 1 && now - start < longest * 1000) {
    now = await new Promise((done) => requestAnimationFrame(done));
    if (now - before > 25) late++;
    before = now;
    const row = box.querySelector(`[aria-rowindex="${Math.floor((box.scrollTop + box.clientHeight / 2) / height) + 2}"]`);
    if (!row || row.classList.contains('waiting')) waiting++;
    box.scrollTop = Math.min(most, ((now - start) / 1000) * pixels);
    frames++;
  }
  return { rows: box.ariaRowCount - 1, seconds: (now - start) / 1000, frames, waiting, late };
}, [speed * ROW, ROW, seconds]);

// The most that this machine and this browser can do: a page that has nothing to draw, scrolled as fast.
async function empty() {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
  await page.setContent('<body style="margin: 0"><div class="table" style="height: 850px; overflow: auto; background: #fff"><div style="height: 400000px"></div></div>');
  await page.waitForTimeout(1000);
  const found = await scrolled(page, EMPTY_SECONDS);
  await page.context().close();
  return found;
}

if (!justOpened) {
  const page = await opened('/statements');
  await page.locator('.table .body .row a').first().waitFor();
  await page.waitForTimeout(1500);
  figures.table = await scrolled(page, 600);
  await page.context().close();
  figures.empty = await empty();
}
await browser.close();
console.log(JSON.stringify(figures));
