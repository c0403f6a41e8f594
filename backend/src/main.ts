import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { createApplication } from './platform/application.js';
import { readEnvironment } from './platform/environment.js';
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
  await app.listen(environment.port, environment.host);
  console.log(`Planspor: ${await app.getUrl()}`);
} catch (reason) {
  stop(reason);
}
