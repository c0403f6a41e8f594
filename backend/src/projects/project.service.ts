import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type ChangeProject,
  type FieldProblem,
  type ProjectView,
  type RegisterProject,
  projectMistakes,
} from '#shared';
import type { EntityManager } from 'typeorm';
import { Change } from '../platform/change.js';
import { Refusal, notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { requireVersion } from '../platform/version.js';
import { hasRole, requireReach, requireSector } from './project-access.js';
import { Project } from './project.entity.js';
import { ProjectViewQuery } from './project-view.query.js';
import { resolveNames } from './resolve-names.js';

/** Registers and changes projects. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly change: Change,
    private readonly view: ProjectViewQuery,
  ) {}

  /**
   * Gives the project the next number of the year. A project manager who names no manager becomes it, and so does a
   * project owner who names no owner: otherwise they could not go on with what they registered.
   */
  register(ctx: RequestContext, input: RegisterProject): Promise<ProjectView> {
    return this.change.as(ctx, 'project.registered', async (tx, { number: version }) => {
      const { sector: _, committee: __, phase: ___, ...fields } = input;
      const { sector, committeeId, phaseId } = await resolveNames(tx, ctx, input);
      requireSector(ctx, sector!);
      const { actor, today, now } = ctx;
      const year = Number(today.slice(0, 4));
      const [{ serial }] = await tx.query<[{ serial: number }]>(
        'select coalesce(max(project.serial), 0) + 1 as serial from project where project.year = $1',
        [year],
      );
      const number = `${year}-${String(serial).padStart(3, '0')}`;
      await tx.insert(Project, {
        id: randomUUID(),
        year,
        serial,
        number,
        ...fields,
        sectorId: sector!.id,
        committeeId: committeeId ?? null,
        phaseId: phaseId!,
        managerId: fields.managerId ?? (hasRole(actor, 'project-manager') ? actor.accountId : null),
        ownerId: fields.ownerId ?? (hasRole(actor, 'project-owner') ? actor.accountId : null),
        example: false,
        registeredById: actor.accountId,
        registeredAt: now,
        version,
        accountsToDateOre: 0,
      });
      return this.view.within(tx, ctx, number);
    });
  }

  /** Lays what was sent over what is stored; the whole must agree (`projectMistakes`). */
  changeProject(ctx: RequestContext, number: string, input: ChangeProject): Promise<ProjectView> {
    return this.change.as(ctx, 'project.changed', async (tx, { number: version }) => {
      const project = await this.toChange(tx, ctx, number);
      const { sector: _, committee: __, phase: ___, ...fields } = input;
      const { sector, committeeId, phaseId } = await resolveNames(tx, ctx, input, project);
      if (sector && sector.id !== project.sectorId) requireSector(ctx, sector);
      const changed = onlyChanged(project, { ...fields, sectorId: sector?.id, committeeId, phaseId });
      if (changed) {
        refuseMistakes({ ...project, ...changed });
        await tx.update(Project, project.id, { ...changed, version });
      }
      return this.view.within(tx, ctx, number);
    });
  }

  /** @throws Refusal 404, 403 not-your-project, 428 or 412 */
  private async toChange(tx: EntityManager, ctx: RequestContext, number: string): Promise<Project> {
    const project = await tx.findOneBy(Project, { number });
    if (!project) throw notFound('project');
    requireReach(ctx, 'project.change', project);
    await requireVersion(ctx, project.version, () => this.view.within(tx, ctx, number));
    return project;
  }
}

/** The fields that were sent and differ; null when none does. Absent is unchanged. */
function onlyChanged(project: Project, sent: Partial<Project>): Partial<Project> | null {
  const differing = Object.entries(sent).filter(
    ([field, value]) => value !== undefined && value !== project[field as keyof Project],
  );
  return differing.length > 0 ? Object.fromEntries(differing) : null;
}

/** @throws Refusal 400 with the fields that do not agree */
function refuseMistakes(project: Parameters<typeof projectMistakes>[0]): void {
  const fields: FieldProblem[] = projectMistakes(project).map(({ path, code }) => ({ path, code, message: code }));
  if (fields.length > 0) throw new Refusal(400, 'invalid-input', { fields });
}
