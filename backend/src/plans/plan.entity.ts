import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '#shared';
import type { FrontMatter } from './plan-document.js';

@Entity('plan')
@Unique('plan_slug_unique', ['slug'])
@Check('plan_status_known', `status in ('draft', 'adopted', 'superseded')`)
export class Plan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_pk' }) id!: string;
  /** Its name in addresses, `langtidsplan-2018`. */
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') language!: string;
  @Column('text') status!: 'draft' | 'adopted' | 'superseded';
  @Column('date', { name: 'adopted_on', nullable: true }) adoptedOn!: LocalDate | null;
  @Column('text', { name: 'adopted_by', nullable: true }) adoptedBy!: string | null;
  @Column('text', { name: 'case_number', nullable: true }) caseNumber!: string | null;
  /** The last day of the plan. */
  @Column('date', { name: 'horizon_on' }) horizonOn!: LocalDate;
  /** The plan names no horizon; the one here is taken for granted until somebody confirms it. */
  @Column('boolean', { name: 'horizon_assumed', default: false }) horizonAssumed!: boolean;
  @ForeignKey(() => Plan, { name: 'plan_part_of_fk' })
  @Column('uuid', { name: 'part_of_id', nullable: true })
  partOfId!: string | null;
  /** Foreword, vision, commentary and source, word for word as adopted. */
  @Column('jsonb', { name: 'front_matter' }) frontMatter!: FrontMatter;
  @Column('bigint') version!: number;
}
