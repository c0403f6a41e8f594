import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { errorForLog } from '../request-log.js';
import { logSecurity } from '../security-log.js';
import { Sealing } from './sealing.js';

/** The queue, and how often there is work in it: well within the minute that a change may wait to be sealed. */
const queue = 'seal';
const secondsBetween = 20;

/** What pg-boss keeps is its own, made and brought up to date where the schema is. */
export const bossOptions = (url: string) => ({
  connectionString: url,
  application_name: 'planspor-queue',
  max: 2,
  schedule: false,
  // indexes are an owner's to rebuild, and one small queue needs no watching
  reindex: false,
  monitorVacuum: false,
});

/** Makes the queue. Safe to call again, and when several backends start at once. */
export async function makeQueue(url: string): Promise<void> {
  const boss = new PgBoss({ ...bossOptions(url), supervise: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(queue, { retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3600 });
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Work in the background: every backend asks for a sealing now and then, and one of them does it. */
@Injectable()
export class SealJob implements OnApplicationShutdown {
  private readonly log = new Logger('seal');
  private boss: PgBoss | null = null;
  private asking: NodeJS.Timeout | null = null;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly sealing: Sealing,
  ) {}

  /** From now on, until the application shuts down. */
  async start(): Promise<void> {
    const boss = new PgBoss({ ...bossOptions(this.environment.databaseUrl), migrate: false, createSchema: false });
    boss.on('error', (reason) => this.log.warn(`the queue could not be reached: ${reason.message}`));
    await boss.start();
    this.boss = boss;
    await boss.work(queue, { pollingIntervalSeconds: 5 }, async () => {
      await this.sealing.sealAll().catch((reason: unknown) => {
        logSecurity('sealing.failed', errorForLog(reason), 'error');
        throw reason;
      });
    });
    const ask = (): void => {
      boss
        .send(queue, {}, { singletonSeconds: secondsBetween })
        .catch((reason: Error) => this.log.warn(`sealing could not be asked for: ${reason.message}`));
    };
    this.asking = setInterval(ask, secondsBetween * 1000);
    ask();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.asking) clearInterval(this.asking);
    await this.boss?.stop({ timeout: 5000 });
  }
}
