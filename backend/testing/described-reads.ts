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
}

interface Document {
  paths: Record<string, Record<string, Described>>;
}
interface Described {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required?: boolean }[];
}

/** Every operation there is, so that a new one cannot be forgotten. */
export async function describedOperations({ nobody }: TestApplication): Promise<DescribedOperation[]> {
  const { body } = await nobody.get<Document>('/api/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, parameters }]) => {
      const query = parameters.filter((parameter) => parameter.in === 'query');
      return {
        ...{ operationId, path, method: method.toUpperCase(), public: security.length === 0 },
        required: query.filter(({ required }) => required).map(({ name }) => name),
        query: query.map(({ name }) => name),
      };
    }),
  );
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
