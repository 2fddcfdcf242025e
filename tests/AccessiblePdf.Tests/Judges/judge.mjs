// What other people's readers make of a PDF file: node judge.mjs draw|paint|text|check file answer [pixels per inch]
// draw: its pages by PDFium, as a stream of greymaps (the format PGM, one byte a pixel); paint: the first one in
// colour (one of the format PPM, three bytes a pixel); text: their text by PDFium, in UTF-8, a form feed after
// each; check: what qpdf --check says.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [task, file, answer, resolution] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const parts = [];
const write = bytes => parts.push(Buffer.from(bytes));

async function pagesOf(bytes, use) {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  for (const page of document.pages()) await use(page);
}

if (task === 'draw') {
  await pagesOf(readFileSync(file), async page => {
    const { width, height, data } = await page.render({ scale: resolution / 72, render: 'bitmap', colorSpace: 'Gray' });
    write(`P5\n${width} ${height}\n255\n`);
    const stride = data.length / height;
    for (let row = 0; row < height; row++) write(data.subarray(row * stride, row * stride + width));
  });
} else if (task === 'paint') {
  await pagesOf(readFileSync(file), async page => {
    if (parts.length > 0) return;
    const { width, height, data } = await page.render({ scale: resolution / 72, render: 'bitmap' });
    write(`P6\n${width} ${height}\n255\n`);
    write(data.filter((_, index) => index % 4 !== 3));
  });
} else if (task === 'text') {
  await pagesOf(readFileSync(file), page => write(page.getText() + '\f'));
} else if (task === 'check') {
  const path = require.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
  const say = line => write(line + '\n');
  [console.log, console.warn, console.error] = [say, say, say]; // qpdf writes there, whatever it is told
  const qpdf = await require('@neslinesli93/qpdf-wasm')({ locateFile: () => path, noInitialRun: true });
  qpdf.FS.writeFile('/file.pdf', readFileSync(file));
  say(`exit code ${qpdf.callMain(['--check', '/file.pdf'])}`);
  process.exitCode = 0; // qpdf's own would count as a failure of this script
} else {
  throw new Error(`unknown task ${task}`);
}

writeFileSync(answer, Buffer.concat(parts));
