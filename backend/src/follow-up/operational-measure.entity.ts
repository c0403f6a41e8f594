import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#shared';
import { Measure } from '../plans/measure.entity.js';
import { Strategy } from '../plans/strategy.entity.js';

/** *Driftstiltak*: follow-up in ordinary operations, which counts while its confirmation lasts (rules T7, T8). */
@Entity('operational_measure')
export class OperationalMeasure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'operational_measure_pk' }) id!: string;
  @ForeignKey(() => Strategy, { name: 'operational_measure_strategy_fk' })
  @Index('operational_measure_strategy_idx')
  @Column('uuid', { name: 'strategy_id' })
  strategyId!: string;
  /** Null: the whole strategy. */
  @ForeignKey(() => Measure, { name: 'operational_measure_measure_fk' })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId!: string | null;
  @Column('text') name!: string;
  @Column('text') unit!: string;
  @Column('text') responsible!: string;
  @Column('text') evidence!: string;
  /** The newest confirmation; the registration is none by itself. */
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn!: LocalDate | null;
  /** The first day it is no longer carried out; kept, since it has counted. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: LocalDate | null;
}
