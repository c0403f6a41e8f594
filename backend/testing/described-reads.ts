import type { Permission } from '#shared';
import type { Client, TestApplication } from './test-application.js';

/** An operation of the API's own description, as far as specs that walk it need. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  /** `/api/projects/{number}` */
  readonly path: string;
  readonly public: boolean;
  readonly required: readonly string[];
  readonly query: readonly string[];
  readonly summary: string;
  /** What the documentation groups it under. */
  readonly group: string;
  readonly permission: Permission | undefined;
  readonly parameters: readonly DescribedParameter[];
  /** It is held against a version: If-Match. */
  readonly needsVersion: boolean;
  /** The body it takes. */
  readonly body: DescribedSchema | undefined;
}
export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: DescribedSchema;
  readonly $ref?: string;
}
/** As much of a JSON Schema as specs make requests from, with what it refers to in its place. */
export interface DescribedSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
  readonly items?: DescribedSchema;
  readonly anyOf?: readonly DescribedSchema[];
  readonly enum?: readonly unknown[];
  /** Of a body: whole objects; of a parameter: its value. */
  readonly examples?: readonly object[] | readonly (string | number)[];
  readonly $ref?: string;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, DescribedSchema> };
}
interface Described {
  operationId: string;
  summary: string;
  tags: string[];
  'x-permission'?: Permission;
  security: object[];
  parameters: DescribedParameter[];
  requestBody?: { content: { 'application/json': { schema: DescribedSchema } } };
}

/** Every operation there is, so that a new one cannot be forgotten. */
export async function describedOperations({ nobody }: TestApplication): Promise<DescribedOperation[]> {
  const { body } = await nobody.get<Document>('/api/openapi.json');
  const { schemas } = body.components;
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): DescribedOperation => {
      const { operationId, summary, tags, security, parameters, requestBody } = described;
      const query = parameters.filter((parameter) => parameter.in === 'query');
      const sent = requestBody?.content['application/json'].schema;
      return {
        ...{ operationId, summary, path, method: method.toUpperCase(), public: security.length === 0 },
        group: tags[0] ?? '',
        permission: described['x-permission'],
        required: query.filter(({ required }) => required).map(({ name }) => name),
        query: query.map(({ name }) => name),
        parameters: parameters.filter(({ $ref }) => $ref === undefined),
        needsVersion: parameters.some(({ $ref }) => $ref?.endsWith('/IfMatch')),
        body: sent && referredTo(sent, schemas),
      };
    }),
  );
}

/** The schema that is meant, and what it in turn refers to; none of ours goes in a ring. */
function referredTo(schema: DescribedSchema, schemas: Record<string, DescribedSchema>): DescribedSchema {
  const { $ref, ...own } = schema;
  if ($ref) return { ...referredTo(schemas[$ref.split('/').at(-1)!]!, schemas), ...own };
  const { properties, items, anyOf } = own;
  return {
    ...own,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, referredTo(property, schemas)]),
      ),
    }),
    ...(items && { items: referredTo(items, schemas) }),
    ...(anyOf && { anyOf: anyOf.map((one) => referredTo(one, schemas)) }),
  };
}

/** The address of an operation with `values` in its path and in the query it requires. */
export function addressOf(operation: DescribedOperation, values: Readonly<Record<string, string>>): string {
  const valueOf = (name: string): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`${operation.operationId} asks for ${name}: say one in this spec`);
    return encodeURIComponent(value);
  };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
  const query = operation.required.map((name) => `${name}=${valueOf(name)}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

/** The same read as of an instant or a date. */
export const asOf = (address: string, instant: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}as-of=${encodeURIComponent(instant)}`;

/** Status and bytes of each address. */
export async function answersAt(client: Client, addresses: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const address of addresses) {
    const { status, text } = await client.get(address);
    answers.set(address, `${status} ${text}`);
  }
  return answers;
}
