import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Browser, Machine, SignInWay } from '#shared';
import { Account } from './account.entity.js';

/** A person is signed in on one browser. Who reads the database cannot sign in with what stands here. */
@Entity('session')
@Unique('session_token_unique', ['tokenHash'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk' }) id!: string;
  /** SHA-256 of the token in the cookie. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @ForeignKey(() => Account, { name: 'session_account_fk' })
  @Index('session_account_idx')
  @Column('uuid', { name: 'account_id' })
  accountId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  /** To the minute; one that is idle for too long is over. */
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' }) lastSeenAt!: Date;
  @Column('text', { default: 'other' }) browser!: Browser;
  @Column('text', { default: 'other' }) machine!: Machine;
  @Column('text', { default: 'password' }) way!: SignInWay;
}
