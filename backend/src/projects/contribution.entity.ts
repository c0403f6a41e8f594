import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ContributionKind, LocalDate } from '#shared';
import { Account } from '../identity/account.entity.js';
import { Measure } from '../plans/measure.entity.js';
import { Strategy } from '../plans/strategy.entity.js';
import { Project } from './project.entity.js';

/**
 * A project's link to a strategy or one of its measures, with one sentence on how it contributes. It counts from the
 * day it is approved until it is ended (rules T13); a link to a measure is also one to its strategy (T14).
 */
@Entity('contribution')
@Check('contribution_kind_known', `kind in ('main', 'partial')`)
@Check('contribution_proposed_kind_known', `proposed_kind in ('main', 'partial')`)
// one live link a target; nulls not distinct, which is the migration's to say
@Index('contribution_unique', { synchronize: false })
@Index('contribution_strategy_idx', ['strategyId', 'projectId'])
export class Contribution {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contribution_pk' }) id!: string;
  @ForeignKey(() => Project, { name: 'contribution_project_fk' })
  @Column('uuid', { name: 'project_id' })
  projectId!: string;
  @ForeignKey(() => Strategy, { name: 'contribution_strategy_fk' })
  @Column('uuid', { name: 'strategy_id' })
  strategyId!: string;
  /** Null: the whole strategy. */
  @ForeignKey(() => Measure, { name: 'contribution_measure_fk' })
  @Index('contribution_measure_idx')
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId!: string | null;
  @Column('text') kind!: ContributionKind;
  /** A change of kind that waits for approval; `kind` holds until then (rules T13). */
  @Column('text', { name: 'proposed_kind', nullable: true }) proposedKind!: ContributionKind | null;
  @Column('text') statement!: string;
  @ForeignKey(() => Account, { name: 'contribution_proposed_by_fk' })
  @Column('uuid', { name: 'proposed_by_id', nullable: true })
  proposedById!: string | null;
  @Column('date', { name: 'proposed_on' }) proposedOn!: LocalDate;
  @ForeignKey(() => Account, { name: 'contribution_approved_by_fk' })
  @Column('uuid', { name: 'approved_by_id', nullable: true })
  approvedById!: string | null;
  /** The first approval; null: proposed only. */
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn!: LocalDate | null;
  /** The first day it no longer holds. An approved link is ended, never deleted: the clock of S02 runs on (rules R1). */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: LocalDate | null;
}
