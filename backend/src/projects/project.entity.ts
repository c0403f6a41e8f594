import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Lifecycle, LocalDate, MoneyKind, TrafficLight } from '#shared';
import { Account } from '../identity/account.entity.js';
import { Committee } from '../identity/committee.entity.js';
import { Sector } from '../identity/sector.entity.js';
import { Phase } from './phase.entity.js';

/** What a sector does to carry the plan out. Its number is the year it was registered and its place in that year. */
@Entity('project')
@Unique('project_number_unique', ['number'])
@Unique('project_year_serial_unique', ['year', 'serial'])
@Check(
  'project_lifecycle_known',
  `lifecycle in ('not-started', 'in-progress', 'finished', 'postponed', 'stopped', 'rejected')`,
)
@Check('project_money_kind_known', `money_kind in ('investment', 'operations')`)
// on what the search looks in, by trigrams
@Index('project_search_idx', { synchronize: false })
// on the name as Norwegian sorts it
@Index('project_name_idx', { synchronize: false })
export class Project {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_pk' }) id!: string;
  @Column('int') year!: number;
  @Column('int') serial!: number;
  /** `2026-014` */
  @Column('text') number!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @ForeignKey(() => Sector, { name: 'project_sector_fk' })
  @Index('project_sector_idx')
  @Column('uuid', { name: 'sector_id' })
  sectorId!: string;
  /** The political committee (utvalg) it is answered for to. */
  @ForeignKey(() => Committee, { name: 'project_committee_fk' })
  @Column('uuid', { name: 'committee_id', nullable: true })
  committeeId!: string | null;
  @ForeignKey(() => Account, { name: 'project_owner_fk' })
  @Index('project_owner_idx')
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;
  @ForeignKey(() => Account, { name: 'project_manager_fk' })
  @Index('project_manager_idx')
  @Column('uuid', { name: 'manager_id', nullable: true })
  managerId!: string | null;
  @ForeignKey(() => Phase, { name: 'project_phase_fk' })
  @Index('project_phase_idx')
  @Column('uuid', { name: 'phase_id' })
  phaseId!: string;
  @Index('project_lifecycle_idx') @Column('text') lifecycle!: Lifecycle;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: LocalDate | null;
  /** The planned end; a forecast end does not move it (rules Q3). */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: LocalDate | null;
  @Column('date', { name: 'finished_on', nullable: true }) finishedOn!: LocalDate | null;
  @Column('date', { name: 'postponed_to', nullable: true }) postponedTo!: LocalDate | null;
  @Column('text', { name: 'lifecycle_reason' }) lifecycleReason!: string;
  @Column('text', { name: 'lifecycle_decided_by' }) lifecycleDecidedBy!: string;
  @Column('text') place!: string;
  @Column('text', { name: 'case_number', nullable: true }) caseNumber!: string | null;
  @Column('text', { name: 'money_kind' }) moneyKind!: MoneyKind;
  /** Demonstration data (*eksempeldata*). */
  @Column('boolean', { default: false }) example!: boolean;
  @ForeignKey(() => Account, { name: 'project_registered_by_fk' })
  @Column('uuid', { name: 'registered_by_id', nullable: true })
  registeredById!: string | null;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt!: Date;
  /** Number of the last change to the project, its contributions or its money: what If-Match is held against. */
  @Column('bigint') version!: number;

  // kept when a status report is submitted, so that lists and verdicts never search the story
  // by name: reports build on projects, not the other way
  @ForeignKey('StatusReport', { name: 'project_latest_report_fk' })
  @Column('uuid', { name: 'latest_report_id', nullable: true })
  latestReportId!: string | null;
  @Column('timestamptz', { name: 'reported_at', nullable: true }) reportedAt!: Date | null;
  @Column('text', { name: 'progress_light', nullable: true }) progressLight!: TrafficLight | null;
  @Column('text', { name: 'economy_light', nullable: true }) economyLight!: TrafficLight | null;
  @Column('text', { name: 'quality_light', nullable: true }) qualityLight!: TrafficLight | null;
  @Column('text', { name: 'scope_light', nullable: true }) scopeLight!: TrafficLight | null;
  @Column('text', { name: 'risk_light', nullable: true }) riskLight!: TrafficLight | null;
  @Index('project_light_idx')
  @Column('text', { name: 'overall_light', nullable: true })
  overallLight!: TrafficLight | null;
  @Column('date', { name: 'forecast_ends_on', nullable: true }) forecastEndsOn!: LocalDate | null;
  @Column('bigint', { name: 'final_forecast_ore', nullable: true }) finalForecastOre!: number | null;

  // kept when money is written
  /** Sum of the frame decisions; null without any. */
  @Column('bigint', { name: 'approved_frame_ore', nullable: true }) approvedFrameOre!: number | null;
  @Column('bigint', { name: 'accounts_to_date_ore', default: 0 }) accountsToDateOre!: number;
}
