import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountView,
  type ChangeAccount,
  type ChangeRoleValidity,
  type GiveRole,
  type RegisterAccount,
  type SignInLink,
  addDays,
  roleMistakes,
} from '#shared';
import type { EntityManager } from 'typeorm';
import { Change } from '../platform/change.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { Refusal, notFound, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { requireVersion } from '../platform/version.js';
import { Account } from './account.entity.js';
import { AccountsQuery } from './accounts.query.js';
import { requireAdministrator } from './last-administrator.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { Sector } from './sector.entity.js';
import { hashToken, newToken } from './session-token.js';

/** How long a link that lets somebody in may lie unused. */
const LINK_HOURS = 72;

/** Registers people, gives and ends their roles, and lets them in for the first time. */
@Injectable()
export class AccountService {
  constructor(
    private readonly change: Change,
    private readonly accounts: AccountsQuery,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** A guest is invited: registered with a role that has an end. */
  register(ctx: RequestContext, { role, title, ...input }: RegisterAccount): Promise<AccountView> {
    const action = input.guest ? 'account.invited' : 'account.registered';
    return this.change.as(ctx, action, async (tx, { number: version }) => {
      const id = randomUUID();
      await requireFreeEmail(tx, input.email, id);
      await tx.insert(Account, { id, ...input, title: title || null, version });
      if (role) await give(tx, id, role, 'role.');
      return this.accounts.within(tx, ctx, id);
    });
  }

  /** Who leaves is signed out everywhere, and unused links of hers are withdrawn. */
  changeAccount(ctx: RequestContext, id: string, { title, ...input }: ChangeAccount): Promise<AccountView> {
    const act = input.active === undefined ? 'changed' : input.active ? 'reactivated' : 'deactivated';
    return this.write(ctx, id, `account.${act}`, async (tx) => {
      if (input.email !== undefined) await requireFreeEmail(tx, input.email, id);
      const changes = { ...input, ...(title === undefined ? {} : { title: title || null }) };
      if (Object.keys(changes).length > 0) await tx.update(Account, id, changes);
      if (input.active === false) {
        await this.keepAnAdministrator(tx, ctx);
        await tx.query('delete from sign_in_link where account_id = $1', [id]);
      }
    });
  }

  giveRole(ctx: RequestContext, id: string, input: GiveRole): Promise<AccountView> {
    return this.write(ctx, id, 'role.given', async (tx, account) => {
      requireAgreement(input, account);
      await give(tx, id, input, '');
    });
  }

  changeRoleValidity(ctx: RequestContext, id: string, roleId: string, times: ChangeRoleValidity): Promise<AccountView> {
    return this.write(ctx, id, 'role.validity-changed', async (tx, account) => {
      const held = await roleOf(tx, id, roleId);
      const sector = held.sectorId ? await tx.findOneByOrFail(Sector, { id: held.sectorId }) : null;
      requireAgreement({ role: held.role, sector: sector?.code ?? null, ...times }, account);
      await requireNoOverlap(tx, { ...held, ...times }, '');
      await tx.update(RoleAssignment, roleId, times);
      await this.keepAnAdministrator(tx, ctx);
    });
  }

  /** The role no longer holds from now on; one that has not held on any earlier day was never there. */
  endRole(ctx: RequestContext, id: string, roleId: string): Promise<AccountView> {
    return this.write(ctx, id, 'role.ended', async (tx) => {
      const held = await roleOf(tx, id, roleId);
      if (held.validFrom >= ctx.today) await tx.delete(RoleAssignment, roleId);
      else if (held.validTo === null || held.validTo >= ctx.today)
        await tx.update(RoleAssignment, roleId, { validTo: addDays(ctx.today, -1) });
      await this.keepAnAdministrator(tx, ctx);
    });
  }

  /**
   * A link that signs the person in once. Earlier ones of hers are withdrawn. It is a secret: only its hash is stored,
   * so a repeat of the request makes another.
   * @throws Refusal 404; 409 person-has-left
   */
  makeSignInLink(ctx: RequestContext, id: string): Promise<SignInLink> {
    return this.change.as({ ...ctx, idempotency: null }, 'account.link-made', async (tx, { number: version }) => {
      const account = await tx.findOneBy(Account, { id });
      if (!account) throw notFound('account');
      if (!account.active) throw new Refusal(409, 'person-has-left');
      const token = newToken();
      const expiresAt = new Date(ctx.now.getTime() + LINK_HOURS * 3_600_000);
      await tx.query('delete from sign_in_link where account_id = $1', [id]);
      await tx.query('insert into sign_in_link (id, token_hash, account_id, expires_at) values ($1, $2, $3, $4)', [
        randomUUID(),
        hashToken(token),
        id,
        expiresAt,
      ]);
      // her history says that it was made, and by whom
      await tx.update(Account, id, { version });
      return { token, expiresAt: expiresAt.toISOString() };
    });
  }

  private keepAnAdministrator(tx: EntityManager, { today }: RequestContext): Promise<void> {
    return requireAdministrator(tx, today, this.environment.demoAccounts);
  }

  private write(
    ctx: RequestContext,
    id: string,
    action: string,
    work: (tx: EntityManager, account: Account) => Promise<void>,
  ): Promise<AccountView> {
    return this.change.as(ctx, action, async (tx, { number: version }) => {
      const account = await tx.findOneBy(Account, { id });
      if (!account) throw notFound('account');
      await requireVersion(ctx, account.version ?? 0, () => this.accounts.within(tx, ctx, id));
      await work(tx, account);
      await tx.update(Account, id, { version });
      return this.accounts.within(tx, ctx, id);
    });
  }
}

/** @throws Refusal 400 naming the fields of a role that do not agree with each other or with the person */
function requireAgreement(role: GiveRole, account: Account): void {
  const fields = roleMistakes(role, { guest: account.guest ?? false }).map((mistake) => ({
    ...mistake,
    message: mistake.code,
  }));
  if (fields.length > 0) throw new Refusal(400, 'invalid-input', { fields });
}

/** One person, however the address is typed. */
async function requireFreeEmail(tx: EntityManager, email: string, id: string): Promise<void> {
  const [taken] = await tx.query<object[]>('select from account where lower(email) = lower($1) and id <> $2', [
    email,
    id,
  ]);
  if (taken) throw refusedField('email', 'email-taken');
}

async function roleOf(tx: EntityManager, accountId: string, id: string): Promise<RoleAssignment> {
  const held = await tx.findOneBy(RoleAssignment, { id, accountId });
  if (!held) throw notFound('role');
  return held;
}

/** @param at where the role stands in the input, `role.` or nothing */
async function give(tx: EntityManager, accountId: string, input: GiveRole, at: string): Promise<void> {
  const { role, validFrom, validTo } = input;
  const sector = input.sector === null ? null : await tx.findOneBy(Sector, { code: input.sector });
  if (input.sector !== null && !sector) throw refusedField(`${at}sector`, 'sector-unknown');
  if (sector?.validTo && sector.validTo < validFrom) throw refusedField(`${at}sector`, 'sector-not-valid');
  const assignment = { id: randomUUID(), accountId, role, sectorId: sector?.id ?? null, validFrom, validTo };
  await requireNoOverlap(tx, assignment, at);
  await tx.insert(RoleAssignment, assignment);
}

/** @throws Refusal 400 role-held when the person has the same role for the same sector on one of its days */
async function requireNoOverlap(tx: EntityManager, assignment: RoleAssignment, at: string): Promise<void> {
  const [held] = await tx.query<object[]>(
    `select from role_assignment held
     where held.account_id = $1 and held.role = $2 and held.sector_id is not distinct from $3::uuid and held.id <> $4
       and daterange(held.valid_from, held.valid_to, '[]') && daterange($5, $6, '[]')`,
    [
      ...[assignment.accountId, assignment.role, assignment.sectorId, assignment.id],
      ...[assignment.validFrom, assignment.validTo],
    ],
  );
  if (held) throw refusedField(`${at}validFrom`, 'role-held');
}
