import type { ChangeProject, FieldProblem } from '#shared';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import type { Project } from './project.entity.js';

/** What the names of an input stand for; undefined where the input has none. */
interface Resolved {
  sector: { id: string; code: string } | undefined;
  committeeId: string | null | undefined;
  phaseId: string | undefined;
}

interface Found {
  sector: { id: string; valid: boolean } | null;
  committee: string | null;
  phase: string | null;
  owner: { active: boolean } | null;
  manager: { active: boolean } | null;
}

/**
 * Looks up sector, committee, phase and people in one statement. What `project` already has may stay, though a sector
 * has ended or a person left since; what is new must be there today.
 * @throws Refusal 400 naming each field that stands for nothing
 */
export async function resolveNames(
  tx: EntityManager,
  { today }: RequestContext,
  input: ChangeProject,
  project?: Project,
): Promise<Resolved> {
  const { text, values } = sql`
    select
      (select json_build_object('id', sector.id, 'valid', sector.valid_from <= ${today}::date and coalesce(sector.valid_to, 'infinity') >= ${today}::date)
        from sector where sector.code = ${input.sector}) as sector,
      (select committee.id from committee where committee.code = ${input.committee}) as committee,
      (select phase.id from phase where phase.code = ${input.phase}) as phase,
      (select json_build_object('active', account.active) from account where account.id = ${input.ownerId}::uuid) as owner,
      (select json_build_object('active', account.active) from account where account.id = ${input.managerId}::uuid) as manager
  `.toQuery();
  const [found] = await tx.query<[Found]>(text, values);
  const fields: FieldProblem[] = [];
  const refuse = (path: string, code: string) => fields.push({ path, code, message: code });

  if (input.sector !== undefined) {
    if (!found.sector) refuse('sector', 'sector-unknown');
    else if (!found.sector.valid && found.sector.id !== project?.sectorId) refuse('sector', 'sector-not-valid');
  }
  if (input.committee && !found.committee) refuse('committee', 'committee-unknown');
  if (input.phase !== undefined && !found.phase) refuse('phase', 'phase-unknown');
  for (const person of ['owner', 'manager'] as const) {
    const id = input[`${person}Id`];
    if (!id || id === project?.[`${person}Id`]) continue;
    if (!found[person]) refuse(`${person}Id`, 'person-unknown');
    else if (!found[person].active) refuse(`${person}Id`, 'person-has-left');
  }
  if (fields.length > 0) throw new Refusal(400, 'invalid-input', { fields });
  return {
    sector: found.sector ? { id: found.sector.id, code: input.sector! } : undefined,
    committeeId: input.committee === undefined ? undefined : found.committee,
    phaseId: found.phase ?? undefined,
  };
}
