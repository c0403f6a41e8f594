/** Who made a change, when and what it is called; null where the change itself is gone. */
export interface FaultyChange {
  readonly number: number;
  readonly action: string | null;
  readonly actor: string | null;
  /** An instant, ISO 8601. */
  readonly at: string | null;
}

/** A row that a change made or ended. `table` is null where no table of that name is known. */
export interface FaultyRow {
  readonly what: 'altered' | 'missing' | 'added';
  readonly table: string | null;
  /** Null where the row is the change itself. */
  readonly id: string | null;
}

/** The first thing that does not fit. */
export type HistoryFault =
  /** A sealed change is not what it was when it was sealed. */
  | { readonly kind: 'change'; readonly change: FaultyChange; readonly rows: readonly FaultyRow[] }
  /** A seal is altered, or one is missing before it. */
  | { readonly kind: 'seal'; readonly seal: number; readonly firstChange: number | null }
  /** After the last seal, a change is missing or a version belongs to none. */
  | { readonly kind: 'unsealed'; readonly change: number; readonly row: FaultyRow | null }
  /** A row is not its own newest version: it was changed past the history. */
  | { readonly kind: 'row'; readonly change: FaultyChange | null; readonly row: FaultyRow }
  /** An archive's first or last line, or what comes after it. */
  | { readonly kind: 'archive'; readonly line: 'first' | 'last' }
  /** None of the seals has the hash that was asked for. */
  | { readonly kind: 'head'; readonly hash: string };

/** What was looked through, and what was found. */
export interface Verification {
  readonly fault: HistoryFault | null;
  readonly changes: number;
  readonly seals: number;
  /** The last seal; null when there is none. */
  readonly last: { readonly number: number; readonly hash: string; readonly at: string } | null;
  readonly unsealed: number;
}
