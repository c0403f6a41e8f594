import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { firstStart } from './first-start.js';
import { FirstSignIn } from './identity/first-sign-in.js';
import { createApplication } from './platform/application.js';
import { isUnguarded } from './platform/application-role.js';
import { Database, isDatabaseAway } from './platform/database.js';
import { readEnvironment } from './platform/environment.js';
import { runFirstStart } from './platform/first-start.js';
import { migrate } from './platform/migrate.js';
import { SealJob } from './platform/seal/seal-job.js';
import { logSecurity } from './platform/security-log.js';

/** One sentence for the operator, who can mend it. */
function stop(reason: unknown): never {
  console.error(whyNot(reason));
  process.exit(1);
}

function whyNot(reason: unknown): string {
  const { code, message } = reason as { code?: string; message?: string };
  const database = URL.parse(process.env['DATABASE_URL'] ?? '')?.host ?? 'DATABASE_URL';
  if (code === 'EADDRINUSE') return `Port ${process.env['PORT'] ?? 3000} er opptatt av et annet program.`;
  if (code === 'EACCES') return `Port ${process.env['PORT'] ?? 3000} kan bare brukes av root; velg en over 1023.`;
  if (code === '3D000') return `Databasen som DATABASE_URL navngir, finnes ikke på ${database}.`;
  if (code === '28P01' || code === '28000') return `${database} godtar ikke brukeren eller passordet i DATABASE_URL.`;
  if (isDatabaseAway(reason)) return `Databasen på ${database} svarer ikke.`;
  return message ?? String(reason);
}

try {
  const environment = readEnvironment(process.env);
  await migrate(environment.ownerUrl, environment.databaseUrl);
  delete process.env['DATABASE_OWNER_URL'];
  const app = await createApplication(AppModule.with(environment), environment);
  const { dataSource } = app.get(Database, { strict: false });
  if (await isUnguarded((statement) => dataSource.query(statement)))
    logSecurity(
      'history.unguarded',
      { message: 'the role in DATABASE_URL can change it: set DATABASE_OWNER_URL' },
      'warn',
    );
  await runFirstStart(app, environment.databaseUrl, firstStart, (line) => console.log(line));
  await app.listen(environment.port, environment.host);
  await app.get(SealJob, { strict: false }).start();
  const address = await app.getUrl();
  console.log(`Planspor: ${address}`);
  await app.get(FirstSignIn, { strict: false }).announce(address, (line) => console.log(line));
} catch (reason) {
  stop(reason);
}
