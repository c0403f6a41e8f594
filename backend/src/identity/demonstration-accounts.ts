import { Inject, Injectable } from '@nestjs/common';
import { type DemoAccounts, Role } from '#shared';
import * as z from 'zod';
import { readDataFile } from '../platform/data-file.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { notFound } from '../platform/refusal.js';

const File = z.strictObject({
  password: z.string(),
  accounts: z.array(
    z.strictObject({
      email: z.email(),
      name: z.string(),
      title: z.string(),
      role: Role,
      /** Code of the sector. */
      sector: z.string().nullable(),
    }),
  ),
});

/** One account a role, all with one known password, only where nobody else can reach the server. */
@Injectable()
export class DemonstrationAccounts {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  read(): Promise<z.infer<typeof File>> {
    return readDataFile('demonstration-accounts.json', File);
  }

  /** @throws Refusal 404 where they cannot be used */
  async list(): Promise<DemoAccounts> {
    if (!this.environment.demoAccounts) throw notFound('demo-accounts');
    return this.read();
  }
}
