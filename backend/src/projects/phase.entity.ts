import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Language, PhaseCategory } from '#shared';

/** A phase the municipality has chosen; all logic reads its category and never its name (rules T5). */
@Entity('phase')
@Unique('phase_code_unique', ['code'])
@Check('phase_category_known', `category in ('idea', 'concept', 'planning', 'execution', 'closing', 'realisation')`)
export class Phase {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'phase_pk' }) id!: string;
  @Column('text') code!: string;
  @Column('jsonb') names!: Record<Language, string>;
  @Column('text') category!: PhaseCategory;
  @Column('int') position!: number;
}
