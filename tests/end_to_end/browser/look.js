// Looks at pages in a browser. usage: node look.js CHROMIUM PAGE...
'use strict';

const fs = require('fs');
const path = require('path');
const puppeteer = require('puppeteer-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 390, 768, 1280];
const forAxe = [390, 1280];
const schemes = ['light', 'dark'];
const papers = ['A4', 'Letter'];

async function main() {
  const [executablePath, ...pages] = process.argv.slice(2);
  const wrong = [];
  for (const file of pages) {
    const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    const page = await browser.newPage();
    // the content security policy holds for the page, not for axe, which is evaluated from outside
    const told = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file://')) told.push(`loads ${request.url()}`);
    });
    page.on('dialog', async (dialog) => { told.push('opens a dialog'); await dialog.dismiss(); });
    page.on('console', (message) => told.push(`console: ${message.text()}`));
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        await page.goto(`file://${path.resolve(file)}`);
        const found = await page.evaluate(() => document.documentElement.scrollWidth);
        if (found > width) told.push(`${width} px, ${scheme}: is ${found} px wide`);
        if (!forAxe.includes(width)) continue;
        await page.evaluate(axe);
        const result = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
        for (const violation of result.violations) {
          const where = violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ');
          told.push(`${width} px, ${scheme}: ${violation.id}: ${violation.help} (${where})`);
        }
      }
    }
    for (const format of papers) {
      const pdf = file.replace(/\.html$/, `-${format}.pdf`);
      await page.pdf({ path: pdf, format, preferCSSPageSize: false, printBackground: false });
      if (fs.statSync(pdf).size < 10000) told.push(`${format}: nothing is printed`);
    }
    await browser.close();
    console.log(`${path.basename(file)}: ${told.length ? '' : 'ok'}`);
    for (const line of new Set(told)) console.log(`  ${line}`);
    wrong.push(...told);
  }
  process.exit(wrong.length ? 1 : 0);
}

main();
