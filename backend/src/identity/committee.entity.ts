import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A political committee (utvalg). Committees and sectors do not follow each other. */
@Entity('committee')
@Unique('committee_code_unique', ['code'])
export class Committee {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'committee_pk' }) id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
}
