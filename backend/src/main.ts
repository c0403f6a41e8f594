import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { firstStart } from './first-start.js';
import { FirstSignIn } from './identity/first-sign-in.js';
import { createApplication } from './platform/application.js';
import { readEnvironment } from './platform/environment.js';
import { runFirstStart } from './platform/first-start.js';
import { migrate } from './platform/migrate.js';

/** One sentence for the operator; the stack is for us and only when asked for. */
function stop(reason: unknown): never {
  const { code, message } = reason as { code?: string; message?: string };
  console.error(
    code === 'EADDRINUSE'
      ? `PORT ${process.env['PORT'] ?? 3000} is taken by another program.`
      : (message ?? String(reason)),
  );
  process.exit(1);
}

try {
  const environment = readEnvironment(process.env);
  await migrate(environment.databaseUrl);
  const app = await createApplication(AppModule.with(environment), environment);
  await runFirstStart(app, environment.databaseUrl, firstStart, (line) => console.log(line));
  await app.listen(environment.port, environment.host);
  const address = await app.getUrl();
  console.log(`Planspor: ${address}`);
  await app.get(FirstSignIn, { strict: false }).announce(address, (line) => console.log(line));
} catch (reason) {
  stop(reason);
}
