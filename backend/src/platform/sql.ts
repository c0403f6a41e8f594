/** A piece of SQL with its values apart. Pieces nest; values become `$1`, `$2` … in the order they stand. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** What the driver takes. */
  toQuery(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    return { text: this.write(values), values };
  }

  private write(values: unknown[]): string {
    return this.strings.reduce((text, string, index) => {
      const value = this.values[index - 1];
      return text + (value instanceof Sql ? value.write(values) : `$${values.push(value)}`) + string;
    });
  }
}

/** Binds every value it holds; another `sql` piece is woven in. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

/** A name or keyword of our own code's, as it stands. Never anything that came from outside. */
export function rawSql(text: string): Sql {
  return new Sql([text], []);
}

/** Pieces joined by a separator of our own, ` and ` or `, `; `otherwise` when there are none. */
export function joinSql(pieces: readonly Sql[], separator: string, otherwise = ''): Sql {
  if (pieces.length === 0) return rawSql(otherwise);
  return new Sql(['', ...Array<string>(pieces.length - 1).fill(separator), ''], pieces);
}
