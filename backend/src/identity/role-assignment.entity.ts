import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '#shared';
import { Account } from './account.entity.js';
import { Sector } from './sector.entity.js';

/** A role a person has, for a time; sector roles for a sector. */
@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_assignment_pk' }) id!: string;
  @ForeignKey(() => Account, { name: 'role_assignment_account_fk' })
  @Index('role_assignment_account_idx')
  @Column('uuid', { name: 'account_id' })
  accountId!: string;
  @Column('text') role!: Role;
  @ForeignKey(() => Sector, { name: 'role_assignment_sector_fk' })
  @Column('uuid', { name: 'sector_id', nullable: true })
  sectorId!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  /** The last day it holds; null while it lasts. */
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
