import * as z from 'zod';
import { LocalDate, requiredDate } from './dates.js';
import { PlanCode } from './plans.js';

const text = (most: number) => z.string().trim().min(1, 'required').max(most, 'too-long');

/** Driftstiltak: follow-up in ordinary operations. It counts once it is confirmed (rules T7, T8). */
export const RegisterOperationalMeasure = z
  .strictObject({
    name: text(200).meta({ example: 'Demensvennlig opplæring' }),
    measure: PlanCode.nullable()
      .default(null)
      .meta({ description: 'Code of the measure it carries; null: the whole strategy' }),
    unit: text(120).meta({ example: 'Hjemmetjenesten' }),
    responsible: text(120).meta({ description: 'Role or name', example: 'Enhetsleder' }),
    evidence: text(500).meta({ description: 'Where it is documented', example: 'Virksomhetsplan 2026, kap. 3' }),
    confirmedOn: LocalDate.nullable()
      .default(null)
      .meta({ description: 'When it was confirmed; null: not yet', example: '2026-11-23' }),
  })
  .meta({
    id: 'RegisterOperationalMeasure',
    example: {
      name: 'Demensvennlig opplæring',
      measure: null,
      unit: 'Hjemmetjenesten',
      responsible: 'Enhetsleder',
      evidence: 'Virksomhetsplan 2026, kap. 3',
      confirmedOn: '2026-11-23',
    },
  });
export type RegisterOperationalMeasure = z.infer<typeof RegisterOperationalMeasure>;

/** Absent: unchanged. */
export const ChangeOperationalMeasure = z
  .strictObject({
    ...RegisterOperationalMeasure.omit({ confirmedOn: true }).shape,
    measure: PlanCode.nullable(),
  })
  .partial()
  .meta({ id: 'ChangeOperationalMeasure', example: { responsible: 'Avdelingsleder' } });
export type ChangeOperationalMeasure = z.infer<typeof ChangeOperationalMeasure>;

/** Confirms that it is still carried out; that lasts a year (rules T8). */
export const ConfirmOperationalMeasure = z
  .strictObject({
    confirmedOn: requiredDate('date-required'),
    evidence: text(500).optional().meta({ description: 'Where it is documented now; unchanged unless said' }),
  })
  .meta({
    id: 'ConfirmOperationalMeasure',
    example: { confirmedOn: '2026-11-23', evidence: 'Virksomhetsplan 2027, kap. 3' },
  });
export type ConfirmOperationalMeasure = z.infer<typeof ConfirmOperationalMeasure>;

export const OperationalMeasureView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    measure: z.string().nullable().meta({ description: 'Code of the measure it carries; null: the whole strategy' }),
    unit: z.string(),
    responsible: z.string(),
    evidence: z.string(),
    confirmedOn: LocalDate.nullable(),
    confirmedUntil: LocalDate.nullable(),
    counts: z.boolean(),
    endsSoon: z.boolean().meta({ description: 'Counts, and must be confirmed again within the notice' }),
  })
  .meta({ id: 'OperationalMeasureView' });
export type OperationalMeasureView = z.infer<typeof OperationalMeasureView>;
