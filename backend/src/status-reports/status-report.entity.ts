import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Deviation, LocalDate, TrafficLight } from '#shared';
import { Account } from '../identity/account.entity.js';
import { Project } from '../projects/project.entity.js';
import { ReportingPeriod } from './reporting-period.entity.js';

/** A submitted status. It does not change; a correction is a new one. */
@Entity('status_report')
// submitted_at falling, which the migration says
@Index('status_report_project_idx', { synchronize: false })
@Index('status_report_period_idx', ['periodId', 'projectId'])
export class StatusReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'status_report_pk' }) id!: string;
  @ForeignKey(() => Project, { name: 'status_report_project_fk' })
  @Column('uuid', { name: 'project_id' })
  projectId!: string;
  /** Null: between periods. */
  @ForeignKey(() => ReportingPeriod, { name: 'status_report_period_fk' })
  @Column('uuid', { name: 'period_id', nullable: true })
  periodId!: string | null;
  /** When a person reported. Follow-up counts from here, so nothing else may move it. */
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @ForeignKey(() => Account, { name: 'status_report_submitted_by_fk' })
  @Column('uuid', { name: 'submitted_by_id', nullable: true })
  submittedById!: string | null;
  @Column('text') progress!: TrafficLight;
  @Column('text') economy!: TrafficLight;
  @Column('text') quality!: TrafficLight;
  @Column('text') scope!: TrafficLight;
  @Column('text') risk!: TrafficLight;
  @Column('text') overall!: TrafficLight;
  /** Why overall is not the worst of progress, economy and quality. */
  @Column('text', { name: 'overall_reason' }) overallReason!: string;
  @Column('text') summary!: string;
  @Column('date', { name: 'forecast_ends_on', nullable: true }) forecastEndsOn!: LocalDate | null;
  @Column('bigint', { name: 'final_forecast_ore', nullable: true }) finalForecastOre!: number | null;
  /** Sent as «ingen endring». */
  @Column('boolean') unchanged!: boolean;
  /** One for each light that is not green. */
  @Column('jsonb') deviations!: Deviation[];
}
