import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '#shared';
import type { RuleSet } from './domain/rule-set.js';

/** One version of the thresholds; each date is judged by the version valid on it (rules E12). */
@Entity('rule_set')
@Unique('rule_set_number_unique', ['number'])
export class RuleSetVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rule_set_pk' }) id!: string;
  @Column('int') number!: number;
  @Column('date', { name: 'valid_from' }) validFrom!: LocalDate;
  @Column('jsonb') settings!: Omit<RuleSet, 'version' | 'validFrom'>;
}
