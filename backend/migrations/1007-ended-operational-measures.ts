import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A driftstiltak that has counted is ended, not removed: the rules judge the past by it. */
export class EndedOperationalMeasures1007 implements MigrationInterface {
  name = 'EndedOperationalMeasures1763900001007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table operational_measure add column ended_on date;
      select history.track('operational_measure');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table operational_measure drop column ended_on;
      select history.track('operational_measure');
    `);
  }
}
