import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ChangeOperationalMeasure,
  ConfirmOperationalMeasure,
  LocalDate,
  RegisterOperationalMeasure,
  StrategyPage,
} from '#shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Measure } from '../plans/measure.entity.js';
import type { Strategy } from '../plans/strategy.entity.js';
import { Refusal, notFound, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { mayOperate } from './exception-access.js';
import { OperationalMeasure } from './operational-measure.entity.js';
import { type StrategyPath, StrategyWrite } from './strategy-write.js';

/** One driftstiltak on a strategy. */
export interface OperationalMeasurePath extends StrategyPath {
  readonly id: string;
}

/** Registers *driftstiltak*, and has them confirmed once a year (rules T7, T8). */
@Injectable()
export class OperationalMeasureService {
  constructor(private readonly write: StrategyWrite) {}

  register(ctx: RequestContext, path: StrategyPath, input: RegisterOperationalMeasure): Promise<StrategyPage> {
    return this.reached(ctx, path, 'operational-measure.registered', async (tx, strategy) => {
      const { measure, ...what } = input;
      if (what.confirmedOn) refuseFuture(ctx, what.confirmedOn);
      const measureId = await measureIdOf(tx, strategy, measure);
      const row = { id: randomUUID(), strategyId: strategy.id, measureId, ...what, endedOn: null };
      await refuseTwin(tx, row);
      await tx.insert(OperationalMeasure, row);
    });
  }

  change(ctx: RequestContext, path: OperationalMeasurePath, input: ChangeOperationalMeasure): Promise<StrategyPage> {
    return this.reached(ctx, path, 'operational-measure.changed', async (tx, strategy) => {
      const found = await existing(tx, strategy, path.id);
      const { measure, ...what } = input;
      const measureId = measure === undefined ? found.measureId : await measureIdOf(tx, strategy, measure);
      const row = { ...found, ...what, measureId };
      await refuseTwin(tx, row);
      await tx.update(OperationalMeasure, found.id, row);
    });
  }

  /** Confirms that it is still carried out, from the day it was seen to. */
  confirm(ctx: RequestContext, path: OperationalMeasurePath, input: ConfirmOperationalMeasure): Promise<StrategyPage> {
    return this.reached(ctx, path, 'operational-measure.confirmed', async (tx, strategy) => {
      refuseFuture(ctx, input.confirmedOn);
      const found = await existing(tx, strategy, path.id);
      await tx.update(OperationalMeasure, found.id, input);
    });
  }

  /** Ends what has been confirmed; takes away what never counted. */
  end(ctx: RequestContext, path: OperationalMeasurePath): Promise<StrategyPage> {
    return this.reached(ctx, path, 'operational-measure.ended', async (tx, strategy) => {
      const found = await existing(tx, strategy, path.id);
      if (found.confirmedOn === null) await tx.delete(OperationalMeasure, found.id);
      else await tx.update(OperationalMeasure, found.id, { endedOn: ctx.today });
    });
  }

  /** @throws Refusal 403 not-your-strategy when no role of the asker's reaches the strategy's sector */
  private reached(
    ctx: RequestContext,
    path: StrategyPath,
    action: string,
    work: (tx: EntityManager, strategy: Strategy) => Promise<void>,
  ): Promise<StrategyPage> {
    return this.write.as(ctx, path, action, async (tx, strategy) => {
      if (!mayOperate(ctx.actor, strategy.leadSectorId))
        throw new Refusal(403, 'not-your-strategy', { details: { strategy: strategy.code } });
      await work(tx, strategy);
    });
  }
}

/** @throws Refusal 404 not-found, also when it has ended */
async function existing(tx: EntityManager, strategy: Strategy, id: string): Promise<OperationalMeasure> {
  const found = await tx.findOneBy(OperationalMeasure, { id, strategyId: strategy.id, endedOn: IsNull() });
  if (!found) throw notFound('operational-measure');
  return found;
}

/** @throws Refusal 400 measure-unknown when the strategy has no such measure */
async function measureIdOf(tx: EntityManager, strategy: Strategy, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const measure = await tx.findOneBy(Measure, { strategyId: strategy.id, code });
  if (!measure) throw refusedField('measure', 'measure-unknown');
  return measure.id;
}

/** The findings tell driftstiltak apart by their names. @throws Refusal 400 name-taken */
async function refuseTwin(
  tx: EntityManager,
  { id, strategyId, measureId, name }: Pick<OperationalMeasure, 'id' | 'strategyId' | 'measureId' | 'name'>,
): Promise<void> {
  const where = { strategyId, measureId: measureId ?? IsNull(), name, endedOn: IsNull() };
  const twin = await tx.findOneBy(OperationalMeasure, where);
  if (twin && twin.id !== id) throw refusedField('name', 'name-taken');
}

/** What is dated after today has not happened (rules T12). */
function refuseFuture({ today }: RequestContext, confirmedOn: LocalDate): void {
  if (confirmedOn > today) throw refusedField('confirmedOn', 'date-in-the-future');
}
