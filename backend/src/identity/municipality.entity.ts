import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one municipality of this database. */
@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'municipality_pk' }) id!: string;
  @Column('text') name!: string;
  /** Kommunenummer. Changes when counties do; `organisationNumber` does not. */
  @Column('text') number!: string;
  @Column('text', { name: 'organisation_number', nullable: true }) organisationNumber!: string | null;
  /** Words this municipality uses instead of ours: message key → text. */
  @Column('jsonb', { default: {} }) labels!: Record<string, string>;
  @Column('text', { name: 'accessibility_statement_url', nullable: true }) accessibilityStatementUrl!: string | null;
}
