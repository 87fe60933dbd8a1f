// Takes one screenshot of a board that is open: node screenshot.mjs ADDRESS FILE
import { chromium } from 'playwright-core';

const [, , address, file] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
const page = await browser.newPage({ viewport: { width: 1360, height: 820 }, colorScheme: 'light' });
await page.goto(address);
await page.waitForSelector('.map[data-drawn]');
await page.locator('.chosen .reference, .line').first().waitFor();
await page.waitForTimeout(500);
await page.screenshot({ path: file });
await browser.close();
