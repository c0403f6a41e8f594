import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IcuMessage } from './icu-message';

const locales: Record<string, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Reads Transloco's messages as ICU. */
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly messages = new Map<string, IcuMessage>();
  private locale = locales['nb']!;

  onLangChanged(language: string): void {
    this.locale = locales[language] ?? language;
    this.messages.clear();
  }

  transpile({ value, params = {} }: TranspileParams): unknown {
    return typeof value === 'string' && value.includes('{') ? this.read(value).format(params) : value;
  }

  /** The message once read; reading costs more than formatting. */
  read(message: string): IcuMessage {
    let read = this.messages.get(message);
    if (!read) this.messages.set(message, (read = new IcuMessage(message, this.locale)));
    return read;
  }
}
