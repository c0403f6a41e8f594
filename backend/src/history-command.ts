import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { dataSourceOptions, isDatabaseAway } from './platform/database.js';
import { exportArchive } from './platform/seal/export-archive.js';
import { Sealing } from './platform/seal/sealing.js';
import { verificationInWords } from './platform/seal/verification-in-words.js';
import { verifyArchive } from './platform/seal/verify-archive.js';
import { verifyDatabase } from './platform/seal/verify-database.js';

// npm run history:verify and history:export; backend/history.mjs finds the database and builds what this is made of.

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { archive: { type: 'string' }, head: { type: 'string' } },
  });
  const [command, file] = positionals;
  process.exitCode =
    command === 'export' ? await exportTo(databaseUrl(), file) : await verify(values.archive, values.head);
} catch (reason) {
  console.error(whyNot(reason));
  process.exitCode = 1;
}

async function verify(archive: string | undefined, head: string | undefined): Promise<number> {
  if (head !== undefined && !/^[\da-f]{64}$/.test(head)) throw new Error('--head må være de 64 tegnene i et segl.');
  const found = archive ? await verifyArchive(archive, head) : await verifyDatabase(databaseUrl(), head);
  for (const line of verificationInWords(found)) console.log(line);
  return found.fault ? 1 : 0;
}

async function exportTo(url: string, file: string | undefined): Promise<number> {
  if (file === undefined) throw new Error('Si hvilken fil: npm run history:export -- FIL');
  const dataSource = await new DataSource(dataSourceOptions(url, [], 1)).initialize();
  try {
    await new Sealing(dataSource).sealAll();
  } finally {
    await dataSource.destroy();
  }
  const { changes, seals, head } = await exportArchive(url, file);
  console.log(`Skrev ${changes} endringer i ${seals} segl til ${file}.`);
  if (head) console.log(`Siste segl: ${head}`);
  return 0;
}

function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL mangler.');
  return url;
}

function whyNot(reason: unknown): string {
  const { code, message, path } = reason as { code?: string; message?: string; path?: string };
  if (code === 'ENOENT') return `Finner ikke ${path}.`;
  if (code === 'EEXIST') return `${path} finnes fra før; velg et annet navn.`;
  if (code === 'EACCES') return `Har ikke lov til å åpne ${path}.`;
  if (code === '42P01') return 'Databasen er ikke oppgradert til denne versjonen; start Planspor på den først.';
  if (code === '42501') return 'Databaserollen i DATABASE_URL har ikke lov til å lese historikken.';
  if (isDatabaseAway(reason)) return 'Databasen svarer ikke.';
  return message ?? String(reason);
}
