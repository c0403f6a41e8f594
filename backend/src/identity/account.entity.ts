import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who can be owner or manager of projects, and who can sign in while active. */
@Entity('account')
// on lower(email): one person, however the address is typed
@Index('account_email_unique', { synchronize: false })
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pk' }) id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) title!: string | null;
  /** argon2id. Null: cannot sign in with a password. Not kept in history, and never read into a whole entity. */
  @Column('text', { name: 'password_hash', nullable: true, select: false }) passwordHash!: string | null;
  /** False for people who have left; what they did stays theirs. */
  @Column('boolean', { default: true }) active!: boolean;
  /** A demonstration account, whose password is public. */
  @Column('boolean', { default: false }) demo!: boolean;
  /** From outside the municipality: every role of a guest has an end. Null from before there were guests. */
  @Column('boolean', { default: false, nullable: true }) guest!: boolean | null;
  /** Number of the last change to the person or her roles: what If-Match is held against. Null from before, as 0. */
  @Column('bigint', { default: 0, nullable: true }) version!: number | null;
}
