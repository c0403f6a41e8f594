import type { ExceptionView, OperationalMeasureView } from '#shared';

/** What somebody has set out to write on a strategy: a dialog is open for it. */
export type Writing =
  | {
      readonly what: 'exception';
      /** The one to correct; null for a new one. */
      readonly exception: ExceptionView | null;
    }
  | { readonly what: 'decision'; readonly exception: ExceptionView }
  | {
      readonly what: 'operation';
      /** The one to change; null for a new one. */
      readonly operation: OperationalMeasureView | null;
      /** Code of the measure a new one is for; null: the whole strategy. */
      readonly measure: string | null;
    }
  | { readonly what: 'confirmation'; readonly operation: OperationalMeasureView };
