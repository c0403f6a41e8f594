import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person has a version to hold If-Match against, and guests are marked. Whoever was there before has neither until
 * somebody changes her: what is shown must be what history kept, and that is sealed and stays as it was written.
 */
export class Accounts1010 implements MigrationInterface {
  name = 'Accounts1763900001010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column guest boolean, add column version bigint;
      alter table account alter column guest set default false, alter column version set default 0;
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
