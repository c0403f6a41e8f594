import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** How often signing in has failed in a row for an e-mail address from a network address; neither is stored. */
@Entity('sign_in_failure')
@Unique('sign_in_failure_who_unique', ['whoHash'])
export class SignInFailure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_failure_pk' }) id!: string;
  /** SHA-256 of the two. */
  @Column('bytea', { name: 'who_hash' }) whoHash!: Buffer;
  @Column('int') failures!: number;
  @Column('timestamptz', { name: 'last_at' }) lastAt!: Date;
}
