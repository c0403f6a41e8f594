// Holds the front page to its budget of script: node frontend/check-first-load.mjs dist/frontend
// Counts what a person's browser fetches before /oversikt is shown: the initial scripts, the page's own lazy chunk, the
// messages in bokmål, and whatever these import.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const limit = 130_000;
const lazyParts = [
  'frontend/src/app/follow-up/overview-page.ts',
  'frontend/src/app/platform/messages/nb.json',
  'frontend/src/app/follow-up/messages/nb.json',
];

const root = process.argv[2];
const { outputs } = JSON.parse(readFileSync(path.join(root, 'browser-stats.json'), 'utf8'));
const scripts = Object.keys(outputs).filter((file) => file.endsWith('.js'));

const entry = scripts.find((file) => outputs[file].entryPoint?.endsWith('src/main.ts'));
const lazy = lazyParts.map((part) => {
  const script = scripts.find((file) => outputs[file].entryPoint === part);
  if (!script) throw new Error(`The build has no lazy chunk for ${part}.`);
  return script;
});

const loaded = new Set();
const load = (script) => {
  if (loaded.has(script)) return;
  loaded.add(script);
  for (const { path: imported, kind } of outputs[script].imports)
    if (kind === 'import-statement' && imported.endsWith('.js')) load(imported);
};
[entry, ...lazy].forEach(load);

const size = (script) => brotliCompressSync(readFileSync(path.join(root, 'browser', path.basename(script)))).length;
const total = [...loaded].reduce((sum, script) => sum + size(script), 0);
console.log(
  `First load of the front page: ${(total / 1000).toFixed(1)} kB of script (brotli), limit ${limit / 1000} kB.`,
);
if (total > limit) {
  for (const script of loaded) console.log(`  ${(size(script) / 1000).toFixed(1)} kB  ${path.basename(script)}`);
  process.exit(1);
}
