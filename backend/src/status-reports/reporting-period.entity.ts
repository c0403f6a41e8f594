import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Language, LocalDate } from '#shared';

/** A period that is reported on. Data, not code: municipalities report by tertial, quarter or month. */
@Entity('reporting_period')
@Unique('reporting_period_code_unique', ['code'])
export class ReportingPeriod {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reporting_period_pk' }) id!: string;
  /** `2026-T2` */
  @Column('text') code!: string;
  @Column('jsonb') names!: Record<Language, string>;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: LocalDate;
  /** The last day that is reported on. */
  @Column('date', { name: 'ends_on' }) endsOn!: LocalDate;
  /** The deadline; what comes later is late but counts (rules R14). */
  @Column('date', { name: 'due_on' }) dueOn!: LocalDate;
  /** The last day a report for it is taken. */
  @Column('date', { name: 'locks_on' }) locksOn!: LocalDate;
}
