/** What is typed into a search field, as the words that must all be found. */
export function wordsOfSearch(typed: string): string[] {
  return folded(typed).split(/\s+/).filter(Boolean);
}

/** Whether every word stands somewhere in the text, letter case and accents aside. */
export function matches(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const read = folded(text);
  return words.every((word) => read.includes(word));
}

export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** The text cut where words were found, so that they can be marked. */
export function markedParts(text: string, words: readonly string[]): TextPart[] {
  const read = folded(text);
  const found = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = read.indexOf(word); at !== -1; at = read.indexOf(word, at + word.length))
      found.fill(true, at, at + word.length);
  const parts: TextPart[] = [];
  for (let from = 0, to = 1; to <= text.length; to += 1) {
    if (to < text.length && found[to] === found[from]) continue;
    parts.push({ text: text.slice(from, to), found: found[from]! });
    from = to;
  }
  return parts;
}

/**
 * Small letters without accents, and as many of them as there were. Norwegian letters stand: å is no kind of a
 * (domain-full § 4.1).
 */
function folded(text: string): string {
  return Array.from(text, (letter) => {
    if (/[æøå]/i.test(letter)) return letter.toLowerCase();
    const bare = letter
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
    return bare.length === letter.length ? bare : letter;
  }).join('');
}
