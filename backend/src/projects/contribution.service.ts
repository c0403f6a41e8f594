import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProjectView, PutContribution } from '#shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Change } from '../platform/change.js';
import { Refusal, notFound } from '../platform/refusal.js';
import { type RequestContext, reaches } from '../platform/request-context.js';
import { requireVersion } from '../platform/version.js';
import { targetOf, targetsOf } from './contribution-target.js';
import { Contribution } from './contribution.entity.js';
import { refuseTooManyMain } from './main-contributions.js';
import { requireReach } from './project-access.js';
import { ProjectViewQuery } from './project-view.query.js';
import { Project } from './project.entity.js';

/** Which contribution of which project: code of the strategy or measure, and the plan where the code is in several. */
export interface ContributionPath {
  readonly number: string;
  readonly code: string;
  readonly plan: string | undefined;
}

/**
 * Links projects to strategies and measures. Who may approve for the project approves by the same act; a project
 * manager proposes, and what is approved holds until a change of kind is approved too (rules T13).
 */
@Injectable()
export class ContributionService {
  constructor(
    private readonly change: Change,
    private readonly view: ProjectViewQuery,
  ) {}

  /** Links, or changes the link there is. */
  put(
    ctx: RequestContext,
    path: ContributionPath,
    input: PutContribution,
  ): Promise<{ made: boolean; project: ProjectView }> {
    return this.write(ctx, path, 'contribution.changed', 'contribution.propose', async (tx, project) => {
      const target = await targetOf(tx, path.code, path.plan);
      const linked = await liveLink(tx, project.id, [target]);
      const approves = reaches(ctx.actor, 'contribution.approve', project);
      if (!linked) {
        await tx.insert(Contribution, {
          id: randomUUID(),
          projectId: project.id,
          ...target,
          ...input,
          ...proposedBy(ctx),
          ...(approves && approvedBy(ctx)),
        });
      } else if (approves) {
        await tx.update(Contribution, linked.id, {
          ...input,
          proposedKind: null,
          ...(!linked.approvedOn && approvedBy(ctx)),
        });
      } else if (linked.approvedOn) {
        const { kind, statement } = input;
        await tx.update(Contribution, linked.id, { statement, proposedKind: kind === linked.kind ? null : kind });
      } else {
        await tx.update(Contribution, linked.id, { ...input, ...proposedBy(ctx) });
      }
      await refuseTooManyMain(tx, project.id, approves ? 'approved' : 'proposed');
      return { made: !linked };
    });
  }

  /** Ends an approved link, which needs the right to approve; takes a proposed one away. */
  async end(ctx: RequestContext, path: ContributionPath): Promise<ProjectView> {
    const { project } = await this.write(
      ctx,
      path,
      'contribution.ended',
      'contribution.propose',
      async (tx, project) => {
        const linked = await this.linked(tx, project, path);
        if (linked.approvedOn) {
          requireReach(ctx, 'contribution.approve', project);
          await tx.update(Contribution, linked.id, { endedOn: ctx.today, proposedKind: null });
        } else {
          await tx.delete(Contribution, linked.id);
        }
        return {};
      },
    );
    return project;
  }

  /** Approves what is proposed: the link, or its change of kind. The day of the first approval stands. */
  async approve(ctx: RequestContext, path: ContributionPath): Promise<ProjectView> {
    const { project } = await this.write(
      ctx,
      path,
      'contribution.approved',
      'contribution.approve',
      async (tx, project) => {
        const linked = await this.linked(tx, project, path);
        if (linked.approvedOn && !linked.proposedKind) throw new Refusal(409, 'nothing-to-approve');
        await tx.update(Contribution, linked.id, {
          kind: linked.proposedKind ?? linked.kind,
          proposedKind: null,
          ...(!linked.approvedOn && approvedBy(ctx)),
        });
        await refuseTooManyMain(tx, project.id, 'approved');
        return {};
      },
    );
    return project;
  }

  /** Turns down a proposed change of kind, or else takes an approval back: the link is ended and proposed anew. */
  async withdrawApproval(ctx: RequestContext, path: ContributionPath): Promise<ProjectView> {
    const { project } = await this.write(
      ctx,
      path,
      'contribution.approval-withdrawn',
      'contribution.approve',
      async (tx, project) => {
        const linked = await this.linked(tx, project, path);
        if (linked.proposedKind) {
          await tx.update(Contribution, linked.id, { proposedKind: null });
        } else if (linked.approvedOn) {
          await tx.update(Contribution, linked.id, { endedOn: ctx.today });
          await tx.insert(Contribution, { ...linked, id: randomUUID(), approvedById: null, approvedOn: null });
        } else {
          throw new Refusal(409, 'not-approved');
        }
        return {};
      },
    );
    return project;
  }

  /** What every write shares: the project reached and unchanged since it was read, and its version after. */
  private write<More>(
    ctx: RequestContext,
    { number }: ContributionPath,
    action: string,
    permission: 'contribution.propose' | 'contribution.approve',
    work: (tx: EntityManager, project: Project) => Promise<More>,
  ): Promise<More & { project: ProjectView }> {
    return this.change.as(ctx, action, async (tx, { number: version }) => {
      const project = await tx.findOneBy(Project, { number });
      if (!project) throw notFound('project');
      requireReach(ctx, permission, project);
      await requireVersion(ctx, project.version, () => this.view.within(tx, ctx, number));
      const more = await work(tx, project);
      await tx.update(Project, project.id, { version });
      return { ...more, project: await this.view.within(tx, ctx, number) };
    });
  }

  /** @throws Refusal 404 when the project is not linked there; 409 plan-code-ambiguous when it is in several plans */
  private async linked(tx: EntityManager, project: Project, { code, plan }: ContributionPath): Promise<Contribution> {
    const link = await liveLink(tx, project.id, await targetsOf(tx, code, plan));
    if (!link) throw notFound('contribution');
    return link;
  }
}

async function liveLink(
  tx: EntityManager,
  projectId: string,
  targets: readonly { strategyId: string; measureId: string | null }[],
): Promise<Contribution | undefined> {
  const links = await tx.findBy(Contribution, {
    projectId,
    strategyId: In(targets.map(({ strategyId }) => strategyId)),
    endedOn: IsNull(),
  });
  const meant = links.filter((link) =>
    targets.some(({ strategyId, measureId }) => link.strategyId === strategyId && link.measureId === measureId),
  );
  if (meant.length > 1) throw new Refusal(409, 'plan-code-ambiguous');
  return meant[0];
}

const proposedBy = ({ actor, today }: RequestContext) => ({ proposedById: actor.accountId, proposedOn: today });
const approvedBy = ({ actor, today }: RequestContext) => ({ approvedById: actor.accountId, approvedOn: today });
