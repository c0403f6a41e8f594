import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A sector of the administration; reorganising ends some and begins others. */
@Entity('sector')
@Unique('sector_code_unique', ['code'])
export class Sector {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sector_pk' }) id!: string;
  /** What addresses and imports call it. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  /** The last day it exists; null while it lasts. */
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
