import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Project } from '../projects/project.entity.js';

/** What a year's budget gives the project (*årsbevilgning*), apart from its frame. */
@Entity('appropriation')
@Unique('appropriation_year_unique', ['projectId', 'year'])
export class Appropriation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appropriation_pk' }) id!: string;
  @ForeignKey(() => Project, { name: 'appropriation_project_fk' })
  @Column('uuid', { name: 'project_id' })
  projectId!: string;
  @Column('int') year!: number;
  /** *Opprinnelig budsjett*: as adopted in December. */
  @Column('bigint', { name: 'original_ore' }) originalOre!: number;
  /** *Revidert budsjett*: after changes in the year. */
  @Column('bigint', { name: 'revised_ore' }) revisedOre!: number;
  @Column('text', { name: 'case_number', nullable: true }) caseNumber!: string | null;
}
