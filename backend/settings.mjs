// Bad settings are told before anything long is begun. What each setting may be is `src/platform/environment.ts`; this
// looks at what can be seen before the backend is built.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { CannotStart, openFolder, root } from './work.mjs';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ dataDir: string, stateDir?: string }>}
 * @throws {CannotStart} with one sentence that names the setting
 */
export async function checkSettings(env) {
  const { PORT = '3000', HOST = '127.0.0.1', PLANSPOR_DEMO = 'on', DATABASE_URL, PLANSPOR_DATA, PLANSPOR_STATE } = env;
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) {
    throw new CannotStart(`PORT må være et portnummer fra 0 til 65535, ikke «${PORT}».`);
  }
  if (!['on', 'off'].includes(PLANSPOR_DEMO)) {
    throw new CannotStart(`PLANSPOR_DEMO må være on eller off, ikke «${PLANSPOR_DEMO}».`);
  }
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    if (env[name] !== undefined && !isPostgresAddress(env[name])) {
      throw new CannotStart(`${name} må være på formen postgres://bruker:passord@vert:5432/database.`);
    }
  }
  if (env.DATABASE_OWNER_URL !== undefined && DATABASE_URL === undefined) {
    throw new CannotStart('DATABASE_OWNER_URL må settes sammen med DATABASE_URL.');
  }
  if ((env.PLANSPOR_ADMIN_EMAIL === undefined) !== (env.PLANSPOR_ADMIN_PASSWORD === undefined)) {
    throw new CannotStart('PLANSPOR_ADMIN_EMAIL og PLANSPOR_ADMIN_PASSWORD må settes sammen.');
  }
  if (env.PLANSPOR_ADMIN_PASSWORD !== undefined && env.PLANSPOR_ADMIN_PASSWORD.length < 12) {
    throw new CannotStart('PLANSPOR_ADMIN_PASSWORD må ha minst 12 tegn.');
  }
  await checkPort(Number(PORT), HOST);
  const dataDir = path.resolve(root, PLANSPOR_DATA || '.data');
  if (DATABASE_URL === undefined) checkFolder(dataDir);
  return { dataDir, ...(PLANSPOR_STATE ? { stateDir: path.resolve(PLANSPOR_STATE) } : {}) };
}

function isPostgresAddress(text) {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

/** @returns {Promise<void>} */
function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => reject(new CannotStart(whyNot(error.code, port, host))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function whyNot(code, port, host) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} er opptatt av et annet program; velg en annen, for eksempel PORT=${port + 1} npm start.`;
  }
  if (code === 'EACCES') return `Du har ikke lov til å bruke port ${port}; velg en over 1023 med PORT.`;
  return `HOST må være en adresse på denne maskinen, ikke «${host}».`;
}

function checkFolder(dir) {
  try {
    openFolder(dir);
    if (!fs.statSync(dir).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    fs.accessSync(dir, fs.constants.W_OK);
  } catch (error) {
    const why =
      { EEXIST: 'det er ikke en mappe', ENOTDIR: 'det er ikke en mappe' }[error.code] ?? 'mappen kan ikke skrives til';
    throw new CannotStart(`PLANSPOR_DATA kan ikke være ${dir}: ${why}.`);
  }
}

/**
 * Says whether the database can be reached, before the time is spent on building.
 * @param {NodeJS.ProcessEnv} env
 * @throws {CannotStart} with where it was looked for, and no password
 */
export async function checkDatabase(env) {
  // the owner makes the other's role, which may not be there yet
  const name = env.DATABASE_OWNER_URL === undefined ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
  const url = env[name];
  const { default: pg } = await import('pg'); // there once the install is done
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new CannotStart(`Får ikke åpnet databasen ${host}${pathname} i ${name}: ${error.message}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
