import fs from 'node:fs';
import path from 'node:path';

/** What a handler says of itself: the first sentence, and the rest. */
export interface Docstring {
  readonly summary: string;
  readonly description?: string;
}

// the compiled sources, where the compiler leaves the comments
const folder = path.resolve(import.meta.dirname, '../..');
const aboveMethod = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(?:async )?(\w+)\(/g;

/** The comment above each handler, by class and method: what we read in the code, the reader of the API reads too. */
export function controllerDocstrings(): Map<string, Docstring> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.controller.js'))
      .flatMap((file) => {
        const source = fs.readFileSync(path.join(folder, file), 'utf8');
        const name = /class (\w+)/.exec(source)?.[1];
        return [...source.matchAll(aboveMethod)].map(
          ([, comment, method]) => [`${name}.${method}`, docstring(comment!)] as const,
        );
      }),
  );
}

function docstring(comment: string): Docstring {
  const [text = ''] = comment.replaceAll(/\s*\n\s*\*? ?/g, ' ').split(/ @(?:param|returns|throws) /);
  const [, summary = text, description = ''] = /^(.+?[.?])(?: (.*))?$/s.exec(text.trim()) ?? [];
  return description === '' ? { summary } : { summary, description };
}
