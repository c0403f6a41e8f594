// Compresses what the browser will ask for, once, at the build: node frontend/compress.mjs dist/frontend/browser
// index.html is left as it is, since the server writes a nonce into it for each answer.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:js|css|svg|json|webmanifest|txt)$/;
const smallest = 1024;

const root = process.argv[2];
const files = readdirSync(root, { recursive: true })
  .map((file) => path.join(root, file))
  .filter((file) => compressible.test(file) && statSync(file).size >= smallest);

await Promise.all(
  files.map(async (file) => {
    const content = readFileSync(file);
    const [brotli, gzipped] = await Promise.all([
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
      promisify(gzip)(content, { level: 9 }),
    ]);
    writeFileSync(`${file}.br`, brotli);
    writeFileSync(`${file}.gz`, gzipped);
  }),
);
console.log(`Compressed ${files.length} files.`);
