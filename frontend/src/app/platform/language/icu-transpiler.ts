import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';

const locales: Record<string, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Reads messages as ICU: plurals, selects and tags. Without `eval`, so that the strict CSP holds. */
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly formats = new Map<string, IntlMessageFormat>();
  private locale = locales['nb']!;

  onLangChanged(language: string): void {
    this.locale = locales[language] ?? language;
    this.formats.clear();
  }

  transpile({ value, params = {} }: TranspileParams): unknown {
    if (typeof value !== 'string' || !value.includes('{')) return value;
    return this.format(value).format(params);
  }

  /** The message with its tags turned into what `tags` makes of their text; plain text in between. */
  parts<Part>(message: string, values: Record<string, string | number>, tags: Record<string, (text: string) => Part>) {
    const handlers = Object.fromEntries(
      Object.entries(tags).map(([name, make]) => [`tag-${name}`, (chunks: (string | Part)[]) => make(chunks.join(''))]),
    );
    // A tag may be named as the argument it stands around; to the formatter they are one list of names.
    const renamed = message.replace(/<(\/?)([a-z][a-z-]*)>/g, '<$1tag-$2>');
    const formatted = this.format(renamed).format<Part>({ ...values, ...handlers });
    return Array.isArray(formatted) ? formatted : [formatted];
  }

  private format(message: string): IntlMessageFormat {
    let format = this.formats.get(message);
    if (!format) this.formats.set(message, (format = new IntlMessageFormat(message, this.locale)));
    return format;
  }
}
