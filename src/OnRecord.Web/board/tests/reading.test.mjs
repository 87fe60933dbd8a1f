import assert from 'node:assert/strict';
import test from 'node:test';
import { shot, text, visit } from './visit.mjs';

const REPORT = 'KABUL, Aug 17, 2021 - Fighters of the Taliban captured the town of Balkh on Tuesday, a police officer said. The army denied it.';

test('a pasted report is read, its statements come, and an open page hears of it', () =>
  visit('/read', async (page) => {
    const other = await page.context().newPage();
    await other.goto(new URL('/statements', page.url()).href);
    await other.locator('.total').waitFor();
    const before = await text(other.locator('.record'));
    await page.getByLabel('The report').fill(REPORT);
    await page.getByLabel('Published by').fill('Test Gazette');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.job.j-done').waitFor();
    assert.match(await text(page.locator('.job').first()), /capture/);
    await shot(page, 'read');
    await other.waitForFunction((was) => document.querySelector('.record').textContent !== was, before);
    await page.locator('.job a').first().click();
    await page.locator('.paper mark.f-trigger').waitFor();
    assert.match(await text(page.locator('.paper')), /Balkh/);
  }));

test('files are dropped on any page; what cannot be read is said', () =>
  visit('/commitments', async (page) => {
    await page.locator('.card').first().waitFor();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Published: 2021-08-17\n\nTaliban fighters seized the town of Khulm on Tuesday, residents said.'], 'khulm.txt', { type: 'text/plain' }));
      data.items.add(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0, 1, 2, 3])], 'scan.pdf'));
      return data;
    });
    await page.dispatchEvent('.board', 'dragover', { dataTransfer: dropped });
    await page.getByText('Drop reports here').waitFor();
    await page.dispatchEvent('.board', 'drop', { dataTransfer: dropped });
    await page.waitForURL('**/read*');
    await page.locator('.job.j-done', { hasText: /capture/ }).first().waitFor();
    await page.locator('.job.j-failed', { hasText: 'scan.pdf' }).waitFor();
  }));
