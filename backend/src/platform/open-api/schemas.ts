import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import * as z from 'zod';

type JsonSchema = Record<string, unknown>;

/**
 * Contracts as JSON Schema (draft 2020-12, which OpenAPI 3.1 speaks). Those with an id become components, once.
 * @throws Error at start when one id names two things, or a thing that goes in otherwise than it comes out
 */
export class ContractSchemas {
  readonly components: Record<string, JsonSchema> = {};

  readonly converter: NonNullable<SwaggerDocumentOptions['standardSchemaConverter']> = (schema, { schemaType }) =>
    schema instanceof z.core.$ZodType ? { schema: this.of(schema, schemaType) } : undefined;

  of(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
    const written = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        // the format says it; the pattern says it again in three lines
        if (['date', 'date-time', 'uuid', 'email', 'uri'].includes(String(jsonSchema.format)))
          delete jsonSchema.pattern;
        if (jsonSchema['example'] !== undefined) {
          jsonSchema.examples = [jsonSchema['example']];
          delete jsonSchema['example'];
        }
        delete jsonSchema.id;
      },
    });
    const { $schema: _, $defs = {}, ...own } = written;
    for (const [name, definition] of Object.entries($defs)) this.keep(name, definition);
    const id = z.globalRegistry.get(schema)?.id;
    if (id === undefined) return referringToComponents(own) as JsonSchema;
    if (!(id in $defs)) this.keep(id, own);
    return { $ref: `#/components/schemas/${id}` };
  }

  private keep(name: string, definition: JsonSchema): void {
    const kept = referringToComponents(definition) as JsonSchema;
    const known = this.components[name];
    if (known && JSON.stringify(known) !== JSON.stringify(kept))
      throw new Error(`the schema id ${name} names two things`);
    this.components[name] = kept;
  }
}

function referringToComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referringToComponents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref'
        ? [key, String(inner).replace('#/$defs/', '#/components/schemas/')]
        : [key, referringToComponents(inner)],
    ),
  );
}
