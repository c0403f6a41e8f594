import * as z from 'zod';
import { LocalDate, requiredDate } from './dates.js';

/**
 * In the municipality's words: LINJEDRIFT, AVVENTER_STAT, AVVENTER_VEDTAK, ANDRE_ANSVAR, IKKE_PRIORITERT,
 * SENERE_OPPSTART, GJENNOMFØRT, ERSTATTET.
 */
export const ExceptionType = z.enum([
  'line-operations',
  'awaiting-state',
  'awaiting-decision',
  'others-responsible',
  'not-prioritised',
  'later-start',
  'completed',
  'replaced',
]);
export type ExceptionType = z.infer<typeof ExceptionType>;

/** Who decided, in rising order: kommunalsjef, kommunedirektør, utvalg, formannskap, kommunestyre (rules E8). */
export const DecisionLevel = z.enum([
  'sector-director',
  'chief-executive',
  'committee',
  'executive-committee',
  'municipal-council',
]);
export type DecisionLevel = z.infer<typeof DecisionLevel>;

/** Bodies of elected people: their decision is recorded. At the other levels the person who decides does it herself. */
export const electedLevels: readonly DecisionLevel[] = ['committee', 'executive-committee', 'municipal-council'];
export const isElected = (level: DecisionLevel): boolean => electedLevels.includes(level);

/** IKKE_PRIORITERT and GJENNOMFØRT are the council's to decide (rules E2). */
export const isCouncilOnly = (type: ExceptionType): boolean => type === 'not-prioritised' || type === 'completed';

const decision = {
  level: DecisionLevel,
  decidedBy: z
    .string()
    .trim()
    .max(120, 'too-long')
    .nullable()
    .default(null)
    .meta({ description: 'The elected body; left out where a person decides, which is whoever asks', example: null }),
  decidedOn: requiredDate('date-required'),
  caseNumber: z.string().trim().min(1, 'required').max(40, 'too-long').meta({ example: '26/412' }),
};

const validity = { validFrom: requiredDate('date-required'), validTo: requiredDate('date-required') };

const what = {
  type: ExceptionType,
  rules: z
    .array(z.string().regex(/^S\d{2}$/))
    .max(20)
    .refine((codes) => new Set(codes).size === codes.length, 'rule-twice')
    .meta({ description: 'Codes of the rules it covers, and nothing else (rules E10)', example: ['S01'] }),
  reason: z.string().trim().min(1, 'required').max(2_000, 'too-long'),
  ...validity,
};

type DecisionDraft = Pick<z.infer<z.ZodObject<typeof decision>>, 'level' | 'decidedBy'>;
type Validity = z.infer<z.ZodObject<typeof validity>>;

const bodyIsNamed = ({ level, decidedBy }: DecisionDraft) => !isElected(level) || (decidedBy ?? '') !== '';
const endsAfterStart = ({ validFrom, validTo }: Validity) => validFrom <= validTo;
const bodyRequired = { path: ['decidedBy'], error: 'body-required' };
const endsBeforeStart = { path: ['validTo'], error: 'valid-to-before-from' };

/** What was decided, by whom and in which case. */
export const ExceptionDecision = z.strictObject(decision).refine(bodyIsNamed, bodyRequired);
export type ExceptionDecision = z.infer<typeof ExceptionDecision>;

/** Proposes an exception, or records one that an elected body has decided on the asker's proposal. */
export const RegisterException = z
  .strictObject({ ...what, decision: ExceptionDecision.nullable().default(null) })
  .refine(endsAfterStart, endsBeforeStart)
  .refine(({ type, rules }) => type === 'completed' || rules.length > 0, { path: ['rules'], error: 'rules-required' })
  .refine(({ type, decision }) => !decision || !isCouncilOnly(type) || decision.level === 'municipal-council', {
    path: ['decision', 'level'],
    error: 'council-only',
  })
  .meta({
    id: 'RegisterException',
    example: {
      type: 'line-operations',
      rules: ['S01'],
      reason: 'Demensvennlig opplæring inngår i hjemmetjenestens virksomhetsplan 2026, kap. 3.',
      validFrom: '2026-02-14',
      validTo: '2027-01-31',
      decision: {
        level: 'executive-committee',
        decidedBy: 'Formannskapet',
        decidedOn: '2026-02-14',
        caseNumber: '26/412',
      },
    },
  });
export type RegisterException = z.infer<typeof RegisterException>;

/** Decides on what another person has proposed. The decision says when it holds. */
export const DecideException = z
  .strictObject({ ...decision, ...validity })
  .refine(bodyIsNamed, bodyRequired)
  .refine(endsAfterStart, endsBeforeStart)
  .meta({
    id: 'DecideException',
    example: {
      level: 'chief-executive',
      decidedOn: '2026-02-14',
      caseNumber: '26/412',
      validFrom: '2026-02-14',
      validTo: '2027-01-31',
    },
  });
export type DecideException = z.infer<typeof DecideException>;

/** Puts what is mistyped right. Absent: unchanged. A renewal is a new exception with its own decision (rules E9). */
export const CorrectException = z
  .strictObject({
    ...what,
    decidedBy: decision.decidedBy.unwrap(),
    decidedOn: decision.decidedOn,
    caseNumber: decision.caseNumber,
  })
  .partial()
  .meta({ id: 'CorrectException', example: { caseNumber: '26/421' } });
export type CorrectException = z.infer<typeof CorrectException>;

/** Ends an exception before its time. */
export const WithdrawException = z
  .strictObject({
    withdrawnOn: LocalDate.optional().meta({ description: 'The first day it no longer holds; today unless said' }),
  })
  .meta({ id: 'WithdrawException', example: { withdrawnOn: '2026-11-23' } });
export type WithdrawException = z.infer<typeof WithdrawException>;

/** How an exception stands: waiting for a decision, decided but not begun, holding, over, ended early, or of no effect. */
export const ExceptionState = z.enum(['proposed', 'upcoming', 'valid', 'lapsed', 'withdrawn', 'without-effect']);
export type ExceptionState = z.infer<typeof ExceptionState>;

export const ExceptionView = z
  .object({
    id: z.uuid(),
    type: ExceptionType,
    rules: z.array(z.string()),
    reason: z.string(),
    proposedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
    level: DecisionLevel.nullable(),
    caseNumber: z.string().nullable(),
    decidedOn: LocalDate.nullable(),
    validFrom: LocalDate,
    validTo: LocalDate.meta({ description: 'The last day it covers (rules E1, E2)' }),
    withdrawnOn: LocalDate.nullable().meta({ description: 'The first day it no longer holds' }),
    state: ExceptionState,
    valid: z.boolean(),
    endsSoon: z.boolean(),
    outgrownOn: LocalDate.nullable().meta({ description: 'When a finding it covers grows past its level (rules E4)' }),
    defects: z.array(z.string()).meta({ description: 'Why it does not count (rules E5)' }),
    may: z.object({
      change: z.boolean(),
      decideAs: z
        .array(DecisionLevel)
        .meta({ description: 'Levels at which the asker may decide or record a decision' }),
      withdraw: z.boolean(),
      remove: z.boolean(),
    }),
  })
  .meta({ id: 'ExceptionView' });
export type ExceptionView = z.infer<typeof ExceptionView>;

/** What an exception on a strategy is held to. */
export const ExceptionTerms = z
  .object({
    rules: z.array(z.string()).meta({ description: 'Codes of the rules that can be covered' }),
    minReasonLength: z.int(),
    maxMonths: z.int(),
  })
  .meta({ id: 'ExceptionTerms' });
export type ExceptionTerms = z.infer<typeof ExceptionTerms>;
