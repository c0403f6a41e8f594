import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an administrator looks after has a version to hold If-Match against; guests and closed phases are marked. What
 * history kept before has neither, and stays as it was written.
 */
export class Administration1010 implements MigrationInterface {
  name = 'Administration1763900001010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column guest boolean not null default false, add column version bigint not null default 0;
      alter table sector add column version bigint not null default 0;
      alter table municipality add column version bigint not null default 0;
      alter table phase add column closed boolean not null default false, add column version bigint not null default 0;
      select history.track('account', '{password_hash}'), history.track('sector'), history.track('municipality'),
        history.track('phase');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account drop column guest, drop column version;
      alter table sector drop column version;
      alter table municipality drop column version;
      alter table phase drop column closed, drop column version;
      select history.track('account', '{password_hash}'), history.track('sector'), history.track('municipality'),
        history.track('phase');
    `);
  }
}
