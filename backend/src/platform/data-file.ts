import { readFile } from 'node:fs/promises';
import type * as z from 'zod';

// the compiled file is in dist/backend/backend/src/platform, the data stays where it is written
const folder = new URL('../../../../../backend/data/', import.meta.url);

/**
 * Data the product is delivered with: the plan as adopted, the municipality it is set up for.
 * @throws Error that names the file when it is not as its schema says
 */
export async function readDataFile<Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.output<Schema>> {
  const read = schema.safeParse(JSON.parse(await readFile(new URL(name, folder), 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`backend/data/${name}: ${issue!.path.join('.')} ${issue!.message}.`);
}
