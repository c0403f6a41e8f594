import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '#shared';
import { Project } from '../projects/project.entity.js';

/** What the accounts of a year hold of the project (*regnskap*), as of the date they were extracted. */
@Entity('booked_amount')
@Unique('booked_amount_year_unique', ['projectId', 'year'])
export class BookedAmount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'booked_amount_pk' }) id!: string;
  @ForeignKey(() => Project, { name: 'booked_amount_project_fk' })
  @Column('uuid', { name: 'project_id' })
  projectId!: string;
  @Column('int') year!: number;
  @Column('bigint', { name: 'amount_ore' }) amountOre!: number;
  @Column('date', { name: 'extracted_on' }) extractedOn!: LocalDate;
}
