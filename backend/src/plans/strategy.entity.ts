import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate, Role } from '#shared';
import { Sector } from '../identity/sector.entity.js';
import { PlanArea } from './plan-area.entity.js';
import { Plan } from './plan.entity.js';

/** A numbered strategy. Its wording stands as adopted; who answers for it may change. */
@Entity('strategy')
@Unique('strategy_code_unique', ['planId', 'code'])
@Check('strategy_kind_known', `kind in ('area', 'effort')`)
export class Strategy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'strategy_pk' }) id!: string;
  @ForeignKey(() => Plan, { name: 'strategy_plan_fk' }) @Column('uuid', { name: 'plan_id' }) planId!: string;
  @ForeignKey(() => PlanArea, { name: 'strategy_plan_area_fk' })
  @Index('strategy_area_idx')
  @Column('uuid', { name: 'plan_area_id' })
  planAreaId!: string;
  @Column('text') kind!: 'area' | 'effort';
  @Column('text') code!: string;
  @Column('int') number!: number;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('text', { name: 'sub_goal_code', nullable: true }) subGoalCode!: string | null;
  @ForeignKey(() => Sector, { name: 'strategy_lead_sector_fk' })
  @Column('uuid', { name: 'lead_sector_id', nullable: true })
  leadSectorId!: string | null;
  @Column('text', { name: 'responsible_role', nullable: true }) responsibleRole!: Role | null;
  /** The decision that brought it in, when later than the plan (rules I5). */
  @Column('date', { name: 'added_on', nullable: true }) addedOn!: LocalDate | null;
  @Column('boolean', { default: false }) continued!: boolean;
  /** Not before this year, by decision (rules I6). */
  @Column('int', { name: 'start_year', nullable: true }) startYear!: number | null;
  @Column('date', { name: 'start_year_decided_on', nullable: true }) startYearDecidedOn!: LocalDate | null;
  @Column('text', { name: 'start_year_case_number', nullable: true }) startYearCaseNumber!: string | null;
  /** Declared *gjennomført* by decision (rules V5). */
  @Column('date', { name: 'completed_on', nullable: true }) completedOn!: LocalDate | null;
  @Column('text', { name: 'completed_case_number', nullable: true }) completedCaseNumber!: string | null;
  /** Its place in the plan, over all areas. */
  @Column('int') position!: number;
  @Column('bigint') version!: number;
}
