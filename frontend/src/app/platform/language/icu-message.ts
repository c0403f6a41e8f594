export type TextValues = Record<string, string | number>;

/** `#` stands for the number of the plural it is in. */
const pound = Symbol('#');

type Element =
  | string
  | typeof pound
  | { readonly kind: 'argument' | 'number'; readonly name: string }
  | { readonly kind: 'plural' | 'select'; readonly name: string; readonly options: Record<string, Element[]> }
  | { readonly kind: 'tag'; readonly name: string; readonly children: Element[] };

/**
 * A message as ICU writes it: arguments, numbers, plurals, selects and tags, which is all the interface uses. It stands
 * here in place of a library because a full reader is a tenth of the first page's script; `check-messages.mjs` holds
 * every message of ours to what that library makes of it.
 */
export class IcuMessage {
  private readonly elements: Element[];
  private readonly locale: string;

  constructor(message: string, locale: string) {
    this.elements = new IcuReader(message).read();
    this.locale = locale;
  }

  format(values: TextValues): string {
    return this.parts(values, {}).join('');
  }

  /** The message in pieces: text, and what `tags` makes of the text within each tag. A tag it does not name is its text. */
  parts<Part>(values: TextValues, tags: Record<string, (text: string) => Part>): (string | Part)[] {
    return joined(this.render(this.elements, values, tags, NaN));
  }

  private render<Part>(
    elements: Element[],
    values: TextValues,
    tags: Record<string, (text: string) => Part>,
    count: number,
  ): (string | Part)[] {
    return elements.flatMap((element) => {
      if (typeof element === 'string') return element;
      if (element === pound) return this.number(count);
      if (element.kind === 'tag') {
        const text = this.render(element.children, values, {}, count).join('');
        return tags[element.name]?.(text) ?? text;
      }
      const value = values[element.name] ?? '';
      if (!('options' in element)) return element.kind === 'number' ? this.number(Number(value)) : String(value);
      const chosen = element.kind === 'plural' ? this.pluralOf(Number(value), element.options) : String(value);
      const option = element.options[chosen] ?? element.options['other'] ?? [];
      return this.render(option, values, tags, element.kind === 'plural' ? Number(value) : count);
    });
  }

  private pluralOf(count: number, options: Record<string, Element[]>): string {
    const exact = `=${count}`;
    return exact in options ? exact : new Intl.PluralRules(this.locale).select(count);
  }

  private number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }
}

class IcuReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): Element[] {
    const elements = this.elementsWithin(false);
    if (this.at < this.text.length) throw this.mistake();
    return elements;
  }

  private elementsWithin(plural: boolean): Element[] {
    const elements: Element[] = [];
    while (this.at < this.text.length && this.text[this.at] !== '}' && !this.text.startsWith('</', this.at)) {
      if (this.take(/\{\s*/y)) elements.push(this.argument());
      else if (this.take(/</y)) elements.push(this.tag(plural));
      else if (plural && this.take(/#/y)) elements.push(pound);
      else elements.push(this.need(plural ? /[^{}<#]+/y : /[^{}<]+/y));
    }
    return elements;
  }

  private argument(): Element {
    const name = this.need(/[\w-]+/y);
    if (this.take(/\s*\}/y)) return { kind: 'argument', name };
    const kind = this.need(/\s*,\s*(?:number|plural|select)/y).replace(/[\s,]/g, '') as 'number' | 'plural' | 'select';
    if (kind === 'number') {
      this.need(/\s*\}/y);
      return { kind, name };
    }
    this.need(/\s*,\s*/y);
    const options: Record<string, Element[]> = {};
    while (!this.take(/\s*\}/y)) {
      const option = this.need(/\s*[\w=-]+\s*\{/y).replace(/[\s{]/g, '');
      options[option] = this.elementsWithin(kind === 'plural');
      this.need(/\}\s*/y);
    }
    return { kind, name, options };
  }

  private tag(plural: boolean): Element {
    const name = this.need(/[\w-]+/y);
    this.need(/>/y);
    const children = this.elementsWithin(plural);
    this.need(new RegExp(`</${name}>`, 'y'));
    return { kind: 'tag', name, children };
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private need(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === null) throw this.mistake();
    return found;
  }

  private mistake(): Error {
    return new Error(`Unreadable message at ${this.at}: ${this.text}`);
  }
}

/** Neighbouring texts as one. */
function joined<Part>(pieces: (string | Part)[]): (string | Part)[] {
  const together: (string | Part)[] = [];
  for (const piece of pieces) {
    const last = together.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') together[together.length - 1] = last + piece;
    else together.push(piece);
  }
  return together;
}
