import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#shared';
import { Refusal } from '../platform/refusal.js';

/**
 * From today on there must on every day be somebody who is an administrator and can sign in; otherwise nobody could let
 * anybody in again. Asked inside the change, after it is written: writers take turns, so two administrators who end each
 * other at the same time are told one after the other.
 * @param demoAccounts whether demonstration accounts can sign in here
 * @throws Refusal 409 last-administrator
 */
export async function requireAdministrator(tx: EntityManager, today: LocalDate, demoAccounts: boolean): Promise<void> {
  const [{ covered }] = await tx.query<[{ covered: boolean }]>(
    `select coalesce(range_agg(daterange(assignment.valid_from, assignment.valid_to, '[]')) @> daterange($1, null), false) as covered
     from role_assignment assignment join account on account.id = assignment.account_id
     where assignment.role = 'administrator' and account.active and (not account.demo or $2)`,
    [today, demoAccounts],
  );
  if (!covered) throw new Refusal(409, 'last-administrator');
}
