import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { firstStart } from '../src/first-start.js';
import { LoadDemonstration } from '../src/import-export/load-demonstration.js';
import { LoadPlans } from '../src/plans/load-plans.js';
import { createApplication } from '../src/platform/application.js';
import { Database } from '../src/platform/database.js';
import { readEnvironment } from '../src/platform/environment.js';
import { runFirstStart } from '../src/platform/first-start.js';
import { migrate } from '../src/platform/migrate.js';
import { Sealing } from '../src/platform/seal/sealing.js';
import { verifyDatabase } from '../src/platform/seal/verify-database.js';
import { type Pace, takeMeasures } from './measuring.js';
import { type Ports, measuresOn, pages, sessions } from './measures.js';
import { LoadProcess, RunningBackend, startFloorServer } from './processes.js';
import { faultsIn } from './reference-check.js';
import { writeReferenceData } from './reference-data.js';
import { type ReferenceSize, type ReferenceSizeName, referenceSizes } from './reference-size.js';
import { type SizeReport, growthTable, marksOf, sizeTable } from './report.js';

const ports: Ports = { product: 4461, floor: 4462 };
const account = { email: 'kommunedirektor@demo.test', password: 'planspor-demo' };

const { values: asked } = parseArgs({
  options: { size: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
});
const server = process.env['PLANSPOR_BENCH_SERVER'];
if (!server) throw new Error('the benchmark is run by backend/bench/bench.mjs, which starts its server');
const sizes = (asked.size ?? ['M', 'L', '10L']).map((name) => {
  if (!(name in referenceSizes)) throw new Error(`--size must be one of ${Object.keys(referenceSizes).join(', ')}`);
  return referenceSizes[name as ReferenceSizeName];
});
const pace: Pace = asked.quick ? { rounds: 2, secondsARound: 0.5 } : { rounds: 5, secondsARound: 1.5 };
const variants = asked.quick ? 100 : 400;

const load = new LoadProcess();
const reports: SizeReport[] = [];
try {
  for (const size of sizes) {
    const report = await benchSize(size);
    reports.push(report);
    console.log(`\n${sizeTable(report)}\n`);
  }
  console.log(`\n${growthTable(reports)}\n`);
  for (const { text, seen, met } of reports.flatMap(marksOf))
    console.log(`${met ? '✓ met    ' : '✗ not met'}  ${text}: ${seen}`);
} finally {
  load.stop();
}

async function benchSize(size: ReferenceSize): Promise<SizeReport> {
  const url = await newDatabase(`bench_${size.name.replaceAll(/\W/g, '')}`.toLowerCase());
  const { app, dataSource } = await fill(url, size);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'planspor-bench-pages-'));
  const verifyMs = await timeOfVerifying(url);
  const cookies: string[] = [];
  while (cookies.length < sessions) cookies.push(await signIn(app));
  const prepared = await measuresOn(app, dataSource, { url, cookies, ports, variants });
  const counts = await countsOf(dataSource);
  await app.close();

  const backend = await RunningBackend.start(url, ports.product);
  try {
    const idleMegabytes = await backend.residentMegabytes();
    const served = await saved(folder, cookies[0]!);
    const floor = await startFloorServer(ports.floor, served);
    const measured = await takeMeasures(load, prepared, ports, pace);
    floor.stop();
    await backend.residentMegabytes();
    const { startUpMs, highestMegabytes } = backend;
    return { size: size.name, ...counts, startUpMs, verifyMs, idleMegabytes, highestMegabytes, measured };
  } finally {
    await backend.stop();
    await rm(folder, { recursive: true });
  }
}

/** The reference data, made as the product would have made it, and checked to be so. */
async function fill(
  url: string,
  size: ReferenceSize,
): Promise<{ app: NestFastifyApplication; dataSource: DataSource }> {
  const began = Date.now();
  console.log(`\n${size.name}: ${size.projects} projects, five years of history …`);
  const environment = readEnvironment({ DATABASE_URL: url, PLANSPOR_LOG: 'silent' });
  await migrate(url);
  const app = await createApplication(AppModule.with(environment), environment);
  const steps = firstStart.filter(
    (step) => step !== LoadDemonstration && (size.strategies === null || step !== LoadPlans),
  );
  await runFirstStart(app, url, steps, () => undefined);
  const { dataSource } = app.get(Database, { strict: false });
  await writeReferenceData(dataSource, size, (line) => console.log(`  ${line}`));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  console.log(`  written in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  const faults = await faultsIn(dataSource);
  if (faults.length > 0)
    throw new Error(`the reference data is not what the product would write: ${faults.join('; ')}`);
  console.log(`  history, keys and sums hold`);
  // else the background job would be sealing five years while other things are measured
  await app.get(Sealing, { strict: false }).sealAll();
  return { app, dataSource };
}

async function timeOfVerifying(url: string): Promise<number> {
  const began = performance.now();
  const { fault } = await verifyDatabase(url);
  if (fault) throw new Error(`the history does not fit its seals: ${JSON.stringify(fault)}`);
  return performance.now() - began;
}

async function newDatabase(name: string): Promise<string> {
  const administrator = await new DataSource({ type: 'postgres', url: server! }).initialize();
  try {
    await administrator.query(`drop database if exists ${name} with (force)`);
    await administrator.query(`create database ${name}`);
  } finally {
    await administrator.destroy();
  }
  const url = new URL(server!);
  url.pathname = name;
  return url.href;
}

async function signIn(app: NestFastifyApplication): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: account });
  if (answer.statusCode !== 200) throw new Error(`signing in answered ${answer.statusCode}: ${answer.body}`);
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

/** The product's own bytes of the two pages, as files for bare Fastify to serve. */
async function saved(folder: string, cookie: string): Promise<Record<string, string>> {
  const served: Record<string, string> = {};
  for (const [name, page] of Object.entries(pages)) {
    const { bytes, encoding } = await bytesOf(page, cookie);
    if (encoding !== 'br') throw new Error(`${page} was not compressed`);
    served[page] = path.join(folder, name);
    await writeFile(served[page], bytes);
    console.log(`  ${page}: ${(bytes.length / 1024).toFixed(1)} kB compressed`);
  }
  return served;
}

/** An answer as it came on the wire: `fetch` would have unpacked it. */
async function bytesOf(page: string, cookie: string): Promise<{ bytes: Buffer; encoding: string | undefined }> {
  const http = await import('node:http');
  return new Promise((resolve, reject) => {
    http
      .get(
        { port: ports.product, host: '127.0.0.1', path: page, headers: { cookie, 'accept-encoding': 'br' } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({ bytes: Buffer.concat(chunks), encoding: answer.headers['content-encoding'] }),
          );
        },
      )
      .on('error', reject);
  });
}

async function countsOf(
  dataSource: DataSource,
): Promise<Pick<SizeReport, 'projects' | 'strategies' | 'changes' | 'databaseMegabytes'>> {
  const [counts] = await dataSource.query<
    [{ projects: number; strategies: number; changes: number; databaseMegabytes: number }]
  >(
    `select (select count(*) from project) as projects, (select count(*) from strategy) as strategies,
      (select count(*) from change) as changes, (pg_database_size(current_database()) / 1048576)::int as "databaseMegabytes"`,
  );
  return counts;
}
