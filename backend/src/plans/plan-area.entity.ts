import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Plan } from './plan.entity.js';

/** A priority area (satsingsområde) with its spatial strategy, or an effort area (innsatsområde). */
@Entity('plan_area')
@Unique('plan_area_code_unique', ['planId', 'kind', 'code'])
@Check('plan_area_kind_known', `kind in ('priority', 'effort')`)
export class PlanArea {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_area_pk' }) id!: string;
  @ForeignKey(() => Plan, { name: 'plan_area_plan_fk' }) @Column('uuid', { name: 'plan_id' }) planId!: string;
  @Column('text') kind!: 'priority' | 'effort';
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('text', { name: 'title_source' }) titleSource!: string;
  @Column('text', { nullable: true }) slogan!: string | null;
  @Column('text', { name: 'related_priority_area', nullable: true }) relatedPriorityArea!: string | null;
  /** Priority area: desired development. Effort area: signs of achievement. */
  @Column('jsonb') paragraphs!: string[];
  @Column('jsonb', { default: [] }) closing!: string[];
  @Column('int') position!: number;
}
