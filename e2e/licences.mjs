// Lists what licence each dependency is under: `node e2e/licences.mjs` writes shared/docs/licences.md from the lock file.
// The repository check holds that the list is current and that nothing is under a licence we have not said yes to.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), '..');
const page = 'shared/docs/licences.md';

/** Free to use, change and pass on, asking for no more than that the notice follows. */
const permissive = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'Zlib'],
];
/** Tools may ask for more of who changes them, since we pass on nothing of theirs. */
const ofTools = [...permissive, 'MPL-2.0', 'CC-BY-4.0'];

if (process.argv[1] && path.resolve(process.argv[1]) === here) fs.writeFileSync(path.join(root, page), licencesPage());

/** What is wrong, a line each. */
export function licenceFaults() {
  const kept = fs.existsSync(path.join(root, page)) ? fs.readFileSync(path.join(root, page), 'utf8') : '';
  return [
    ...dependencies()
      .filter(({ licence, tool }) => !isAllowed(licence, tool ? ofTools : permissive))
      .map(({ name, version, licence }) => `package-lock.json: ${name} ${version} is under ${licence}`),
    ...(kept === licencesPage() ? [] : [`${page}: not what package-lock.json says; run node e2e/licences.mjs`]),
  ];
}

/** The list as a page. */
export function licencesPage() {
  const all = dependencies();
  return `${[
    '# Licences',
    '',
    'Every package in `package-lock.json`, on any platform, and its licence. Made by `node e2e/licences.mjs`; the repository',
    'check refuses a list that is not current, and a licence that is not among those we have said yes to.',
    '',
    ...['| Licence | Packages |', '|---|---|', ...counted(all).map(([licence, n]) => `| ${licence} | ${n} |`), ''],
    ...section('What the product runs on', `Allowed: ${permissive.join(', ')}.`, false),
    '',
    ...section('What builds and tests it', 'Not passed on. Allowed besides: MPL-2.0, CC-BY-4.0.', true),
  ].join('\n')}\n`;

  function section(title, text, tool) {
    const rows = all.filter((dependency) => dependency.tool === tool);
    return [
      ...[
        `## ${title}`,
        '',
        `${text} ${rows.length} packages.`,
        '',
        '| Package | Version | Licence |',
        '|---|---|---|',
      ],
      ...rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    ];
  }
}

/** Each package and version once. What the product needs anywhere is no tool. */
function dependencies() {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const [place, { version, license, dev, devOptional, link }] of Object.entries(packages)) {
    if (place === '' || link) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const tool = dev === true || devOptional === true;
    const known = found.get(`${name} ${version}`);
    found.set(`${name} ${version}`, {
      ...{ name, version, licence: license ?? 'no licence it names' },
      tool: tool && (known?.tool ?? true),
    });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** The same order on every machine, whatever language it speaks. */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

function counted(all) {
  const counts = new Map();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b));
}

/** `(MIT AND Zlib)` asks for both, `(MIT OR GPL-3.0)` for one of them. */
function isAllowed(licence, allowed) {
  const expression = licence.replaceAll(/[()]/g, '');
  return expression.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.includes(one.trim())));
}
