import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person has a version to hold If-Match against, and guests are marked. What history kept before has neither, and
 * stays as it was written.
 */
export class Accounts1010 implements MigrationInterface {
  name = 'Accounts1763900001010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column guest boolean not null default false, add column version bigint not null default 0;
      select history.track('account', '{password_hash}');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account drop column guest, drop column version;
      select history.track('account', '{password_hash}');
    `);
  }
}
