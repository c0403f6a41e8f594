import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** Signs one person in, once: how the first administrator comes in where no password was given at the start. */
@Entity('sign_in_link')
@Unique('sign_in_link_token_unique', ['tokenHash'])
export class SignInLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_link_pk' }) id!: string;
  /** SHA-256 of the token in the link. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @ForeignKey(() => Account, { name: 'sign_in_link_account_fk' })
  @Column('uuid', { name: 'account_id' })
  accountId!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
