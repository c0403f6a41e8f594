import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DecisionLevel, ExceptionType, LocalDate } from '#shared';
import { Account } from '../identity/account.entity.js';
import { Sector } from '../identity/sector.entity.js';
import { Strategy } from '../plans/strategy.entity.js';
import { Project } from '../projects/project.entity.js';

/** *Avklart unntak*, on one strategy or one project (rules E6). Undecided, it is a proposal and covers nothing. */
@Entity('follow_up_exception')
@Check('follow_up_exception_on_one', `(strategy_id is null) <> (project_id is null)`)
export class FollowUpException {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_exception_pk' }) id!: string;
  @ForeignKey(() => Strategy, { name: 'follow_up_exception_strategy_fk' })
  @Index('follow_up_exception_strategy_idx')
  @Column('uuid', { name: 'strategy_id', nullable: true })
  strategyId!: string | null;
  @ForeignKey(() => Project, { name: 'follow_up_exception_project_fk' })
  @Index('follow_up_exception_project_idx')
  @Column('uuid', { name: 'project_id', nullable: true })
  projectId!: string | null;
  @Column('text') type!: ExceptionType;
  /** Codes of the rules it covers (rules E10). */
  @Column('text', { array: true }) rules!: string[];
  @Column('text') reason!: string;
  @ForeignKey(() => Account, { name: 'follow_up_exception_proposed_by_fk' })
  @Column('uuid', { name: 'proposed_by_id', nullable: true })
  proposedById!: string | null;
  /** The person who decided; null where an elected body did. Never the proposer (rules E5). */
  @ForeignKey(() => Account, { name: 'follow_up_exception_decided_by_fk' })
  @Column('uuid', { name: 'decided_by_id', nullable: true })
  decidedById!: string | null;
  /** The body, or the person as she was called then. */
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('text', { name: 'decision_level', nullable: true }) decisionLevel!: DecisionLevel | null;
  /** Sector of a deciding kommunalsjef (rules E8). */
  @ForeignKey(() => Sector, { name: 'follow_up_exception_decider_sector_fk' })
  @Column('uuid', { name: 'decider_sector_id', nullable: true })
  deciderSectorId!: string | null;
  @Column('text', { name: 'case_number', nullable: true }) caseNumber!: string | null;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn!: LocalDate | null;
  @Column('date', { name: 'valid_from' }) validFrom!: LocalDate;
  /** The last day it holds (rules E3). */
  @Column('date', { name: 'valid_to' }) validTo!: LocalDate;
  /** The first day it no longer holds because it was withdrawn. */
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn!: LocalDate | null;
}
