// What no other tool looks at: that the lock file installs anywhere and holds no licence we have not said yes to, that
// every test runs, and that nothing in the repository belongs to one machine.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceFaults } from './licences.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = /\.(?:ts|mts|mjs|cjs|js|html|scss)$/;

/** Each is looked for line by line in the files it is about. */
const forbidden = [
  { what: 'a path of one machine', pattern: /(?<![\w.~-])\/(?:work|root|home|Users)\/[\w.]/, files: /./ },
  { what: 'the address of a package registry', pattern: /registry\.npmjs\.|_authToken|\/-\/[\w.-]+\.tgz/, files: /./ },
  { what: 'a focused test', pattern: /\b(?:fdescribe|fit)\(|\b(?:it|test|describe)\.only\(/, files: /\.spec\.ts$/ },
  {
    what: 'a test that is not run',
    pattern: /\b(?:xdescribe|xit|pending)\(|\b(?:it|test|describe)\.(?:skip|fixme)\(/,
    files: /\.spec\.ts$/,
  },
  { what: 'work put off', pattern: /\b(?:TODO|FIXME|XXX)\b/, files: source },
  { what: 'a rule switched off', pattern: /eslint-disable|@ts-(?:ignore|nocheck|expect-error)/, files: source },
];

const found = [...lockFaults(), ...licenceFaults(), ...asvsFaults(), ...textFaults(), ...imageFaults()];
for (const fault of found) console.error(fault);
console.log(found.length === 0 ? 'Repository: nothing to remark.' : `Repository: ${found.length} to mend.`);
process.exitCode = found.length === 0 ? 0 : 1;

/**
 * A lock file made where some platform's binary package could not be seen lacks it, and `npm ci` then refuses the lock
 * file everywhere. Addresses in it would tie an install to the registry of whoever made it.
 */
function lockFaults() {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(([place, entry]) => [
    ...(entry.resolved && !entry.link ? [`package-lock.json: ${place} has a "resolved" address`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolves(packages, place, name))
      .map((name) => `package-lock.json: ${name} is missing, which ${place || 'the root'} may need`),
  ]);
}

/** Looked up as Node does: in the package's own node_modules, then in each one above. */
function resolves(packages, place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** The table of security requirements shows by files how each is met; they are there, and each answer is one of three. */
function asvsFaults() {
  const page = 'shared/docs/asvs.md';
  const lines = fs.readFileSync(path.join(root, page), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const [number = '', , answer = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const missing = [...line.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.\w+)`/g)]
      .map(([, file]) => file)
      .filter((file) => !fs.existsSync(path.join(root, file)))
      .map((file) => `${page}:${index + 1}: names ${file}, which is not there`);
    const unanswered = /^\d/.test(number) && !['met', 'not yet', 'does not apply', 'outside'].includes(answer);
    return [...missing, ...(unanswered ? [`${page}:${index + 1}: ${number} is not answered`] : [])];
  });
}

function textFaults() {
  const here = path.relative(root, fileURLToPath(import.meta.url));
  return trackedFiles()
    .filter((file) => file !== here && file !== 'package-lock.json' && fs.existsSync(path.join(root, file)))
    .filter((file) => forbidden.some(({ files }) => files.test(file)))
    .flatMap((file) => {
      const content = fs.readFileSync(path.join(root, file));
      if (content.includes(0)) return []; // not text
      return content
        .toString('utf8')
        .split('\n')
        .flatMap((line, index) =>
          forbidden
            .filter(({ pattern, files }) => files.test(file) && pattern.test(line))
            .map(({ what }) => `${file}:${index + 1}: ${what}`),
        );
    });
}

/** The image is built where we are not; at least what it copies is here and let through by its ignore file. */
function imageFaults() {
  const lines = fs.readFileSync(path.join(root, 'docker/Dockerfile'), 'utf8').split('\n');
  const letThrough = fs.readFileSync(path.join(root, 'docker/Dockerfile.dockerignore'), 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1))
    .filter((source) => !source.startsWith('--'))
    .flatMap((source) => [
      ...(fs.existsSync(path.join(root, source)) ? [] : [`docker/Dockerfile: copies ${source}, which is not there`]),
      ...(letThrough.some((rule) => `${source}/`.startsWith(`${rule.slice(1)}/`) && rule.startsWith('!'))
        ? []
        : [`docker/Dockerfile: copies ${source}, which its ignore file keeps out`]),
    ]);
}

/** What git keeps or would keep; without git or its consent, everything but what is made here. */
function trackedFiles() {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  try {
    const names = execFileSync('git', list, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return names.split('\0').filter(Boolean);
  } catch {
    return filesBelow('');
  }
}

function filesBelow(folder) {
  const made = ['node_modules', 'dist', '.data', '.nx', '.angular', '.git'];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return made.includes(entry.name) ? [] : filesBelow(name);
    return entry.isFile() ? [name] : [];
  });
}
