import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PlanArea } from './plan-area.entity.js';
import { Plan } from './plan.entity.js';

@Entity('goal')
@Unique('goal_code_unique', ['planId', 'code'])
@Check('goal_kind_known', `kind in ('development', 'main', 'sub', 'effort')`)
export class Goal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goal_pk' }) id!: string;
  @ForeignKey(() => Plan, { name: 'goal_plan_fk' }) @Column('uuid', { name: 'plan_id' }) planId!: string;
  @ForeignKey(() => PlanArea, { name: 'goal_plan_area_fk' })
  @Column('uuid', { name: 'plan_area_id', nullable: true })
  planAreaId!: string | null;
  /** Utviklingsmål, hovedmål, delmål, mål for innsats. */
  @Column('text') kind!: 'development' | 'main' | 'sub' | 'effort';
  @Column('text') code!: string;
  @Column('int', { nullable: true }) number!: number | null;
  @Column('jsonb') paragraphs!: string[];
}
