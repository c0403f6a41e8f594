import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Strategy } from './strategy.entity.js';

/** A measure of a strategy (*delpunkt*, the «ved å» bullets). */
@Entity('measure')
@Unique('measure_code_unique', ['strategyId', 'code'])
export class Measure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_pk' }) id!: string;
  @ForeignKey(() => Strategy, { name: 'measure_strategy_fk' })
  @Column('uuid', { name: 'strategy_id' })
  strategyId!: string;
  @Column('text') code!: string;
  @Column('int') number!: number;
  @Column('text') text!: string;
}
