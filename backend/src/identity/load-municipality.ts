import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LocalDate, type Role } from '#shared';
import type { EntityManager } from 'typeorm';
import * as z from 'zod';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { readDataFile } from '../platform/data-file.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { FirstStartStep } from '../platform/first-start.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { Account } from './account.entity.js';
import { Committee } from './committee.entity.js';
import { DemonstrationAccounts } from './demonstration-accounts.js';
import { Municipality } from './municipality.entity.js';
import { hashPassword } from './passwords.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { Sector } from './sector.entity.js';

const File = z.strictObject({
  name: z.string(),
  number: z.string(),
  organisationNumber: z.string().regex(/^\d{9}$/),
  labels: z.record(z.string(), z.string()),
  accessibilityStatementUrl: z.url().nullable(),
  sectors: z.array(z.strictObject({ code: z.string(), name: z.string(), validFrom: LocalDate })),
  committees: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly sectorCode: string | null;
  readonly passwordHash: string | null;
  readonly demo: boolean;
}

/** The municipality, its sectors and committees, and the people who can sign in from the first minute. */
@Injectable()
export class LoadMunicipality extends FirstStartStep {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
    private readonly demonstration: DemonstrationAccounts,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    super();
  }

  async run(ctx: RequestContext, tell: (line: string) => void): Promise<void> {
    if (!(await this.database.row(sql`select from municipality`))) {
      const file = await readDataFile('municipality.json', File);
      await this.change.as(ctx, 'municipality.set-up', (tx) => setUp(tx, file));
      tell(`Satte opp ${file.name} med ${file.sectors.length} sektorer og ${file.committees.length} utvalg.`);
    }
    const accounts = [...(await this.demonstrationAccounts()), ...(await this.administrator())];
    if (accounts.length === 0) return;
    await this.change.as(ctx, 'accounts.set-up', (tx) => addAccounts(tx, accounts, ctx.today));
    tell(accounts.length === 1 ? 'La inn den første administratoren.' : `La inn ${accounts.length} eksempelbrukere.`);
  }

  private async demonstrationAccounts(): Promise<NewAccount[]> {
    if (
      !this.environment.demoAccounts ||
      (await this.database.row(sql`select from account where account.demo limit 1`))
    )
      return [];
    const { password, accounts } = await this.demonstration.read();
    // the password is public: one hash serves them all
    const passwordHash = await hashPassword(password);
    return accounts.map(({ sector, ...account }) => ({ ...account, sectorCode: sector, passwordHash, demo: true }));
  }

  /** The first administrator: by the operator's settings, or without password, for the one-time link. */
  private async administrator(): Promise<NewAccount[]> {
    const { administrator, demoAccounts } = this.environment;
    if (!administrator && demoAccounts) return [];
    const known = await this.database.row(sql`
      select from role_assignment assignment join account on account.id = assignment.account_id
      where assignment.role = 'administrator' and not account.demo limit 1`);
    if (known) return [];
    return [
      {
        email: administrator?.email ?? 'administrator@localhost',
        name: 'Administrator',
        title: 'Systemadministrator',
        role: 'administrator',
        sectorCode: null,
        passwordHash: administrator ? await hashPassword(administrator.password) : null,
        demo: false,
      },
    ];
  }
}

async function setUp(tx: EntityManager, { sectors, committees, ...municipality }: z.infer<typeof File>): Promise<void> {
  await tx.insert(Municipality, { id: randomUUID(), ...municipality });
  await tx.insert(
    Sector,
    sectors.map((sector) => ({ id: randomUUID(), ...sector, validTo: null })),
  );
  await tx.insert(
    Committee,
    committees.map((committee) => ({ id: randomUUID(), ...committee })),
  );
}

async function addAccounts(tx: EntityManager, added: NewAccount[], today: LocalDate): Promise<void> {
  const sectors = await tx.find(Sector);
  const accounts = added.map((account) => ({ id: randomUUID(), ...account }));
  await tx.insert(
    Account,
    accounts.map(({ id, email, name, title, passwordHash, demo }) => ({ id, email, name, title, passwordHash, demo })),
  );
  await tx.insert(
    RoleAssignment,
    accounts.map(({ id, role, sectorCode }) => ({
      id: randomUUID(),
      accountId: id,
      role,
      sectorId: sectors.find(({ code }) => code === sectorCode)?.id ?? null,
      validFrom: today,
      validTo: null,
    })),
  );
}
