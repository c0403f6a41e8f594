import { RequestMethod, type Type } from '@nestjs/common';
import { Role, permissionsOfRole } from '#shared';
import * as z from 'zod';
import { ACCESS, type Access } from '../access.js';
import { KEPT } from '../answers.js';
import { LIST, REFUSES, WITHOUT_VERSION } from './decorators.js';
import type { Docstring } from './docstrings.js';
import type { RefusalStatus } from './parts.js';
import type { ContractSchemas } from './schemas.js';

type Handler = (...args: never[]) => unknown;

/** An operation as Nest's explorer leaves it, and as we complete it. */
export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, object>;
  security?: object[];
  [extension: `x-${string}`]: unknown;
}

interface Parameter {
  name: string;
  in: string;
  schema?: { type?: string; example?: unknown; examples?: unknown[] };
  [key: string]: unknown;
}

/** A handler and what is said of it by the decorators that the guard and the interceptors go by. */
export class DescribedHandler {
  constructor(
    readonly controller: Type,
    readonly handler: Handler,
    readonly docstring: Docstring | undefined,
  ) {}

  get access(): Access | undefined {
    return this.said<Access>(ACCESS);
  }
  get isReading(): boolean {
    return Reflect.getMetadata('method', this.handler) === RequestMethod.GET;
  }
  get isKept(): boolean {
    return this.said(KEPT) !== undefined;
  }
  get isList(): boolean {
    return this.said<boolean>(LIST) === true;
  }
  /** Schema of the answer, or of each item of a list. */
  get answer(): z.ZodType | undefined {
    return this.said<{ schema?: z.ZodType }>('class_serializer:options')?.schema;
  }
  /** Kinds of file, for a handler that answers with one (`@ApiProduces`). */
  get files(): string[] {
    return this.said<string[]>('swagger/apiProduces') ?? [];
  }
  /** Not every write has a version to hold against: a new record has none. */
  needsVersion(hasPathParameter: boolean): boolean {
    return !this.isReading && hasPathParameter && this.said<boolean>(WITHOUT_VERSION) !== true;
  }
  /** A record's answer says its version, and has it in its ETag. */
  get answersRecord(): boolean {
    return this.answer instanceof z.ZodObject && 'version' in this.answer.shape && !this.isList;
  }
  get alsoRefuses(): RefusalStatus[] {
    return this.said<RefusalStatus[]>(REFUSES) ?? [];
  }

  private said<Value>(key: string): Value | undefined {
    return (Reflect.getMetadata(key, this.handler) ?? Reflect.getMetadata(key, this.controller)) as Value | undefined;
  }
}

/** Completes an operation with what its handler's metadata implies, so that a new handler gets it all for free. */
export function complete(operation: Operation, of: DescribedHandler, schemas: ContractSchemas): void {
  const { access } = of;
  if (!access) throw new Error(`${operation.operationId} does not say who may call it`);
  const isPublic = 'public' in access;
  const given = (operation.parameters ?? []) as Parameter[];
  const hasPathParameter = given.some((parameter) => parameter.in === 'path');
  const needsVersion = of.needsVersion(hasPathParameter);

  operation.summary ??= of.docstring?.summary.replace(/\.$/, '');
  operation.description = [operation.description ?? of.docstring?.description, whoMay(access)]
    .filter((part) => part !== undefined)
    .join('\n\n');
  if ('permission' in access) operation['x-permission'] = access.permission;
  operation.security = isPublic ? [] : [{ session: [] }];
  operation.parameters = [
    ...given.map(tidied),
    ...(isPublic ? [] : [part('parameters', 'AcceptLanguage')]),
    ...(of.isKept ? [part('parameters', 'IfNoneMatch')] : []),
    ...(needsVersion ? [part('parameters', 'IfMatch')] : []),
    ...(of.isReading || isPublic ? [] : [part('parameters', 'IdempotencyKey')]),
  ];
  const refused = new Set<RefusalStatus>([
    ...(given.length > 0 || operation.requestBody || !of.isReading ? ([400] as const) : []),
    ...(isPublic ? [] : ([401] as const)),
    ...('permission' in access || !of.isReading ? ([403] as const) : []),
    ...(hasPathParameter ? ([404] as const) : []),
    ...(operation.requestBody ? ([413, 415] as const) : []),
    ...(of.isReading || isPublic ? [] : ([409, 422] as const)),
    ...(needsVersion ? ([412, 428] as const) : []),
    503,
    ...of.alsoRefuses,
  ]);
  operation.responses = {
    ...answers(operation.responses, of, schemas),
    ...(of.isKept ? { 304: part('responses', 'NotModified') } : {}),
    ...Object.fromEntries([...refused].map((status) => [status, part('responses', `Problem${status}`)])),
    default: part('responses', 'Unexpected'),
  };
}

function answers(made: Record<string, object>, of: DescribedHandler, schemas: ContractSchemas): Record<string, object> {
  const item = of.answer && schemas.of(of.answer, 'output');
  const schema = of.isList ? { type: 'array', items: item } : item;
  const content = schema
    ? { 'application/json': { schema } }
    : Object.fromEntries(of.files.map((file) => [file, { schema: { type: 'string' } }]));
  const tagged = of.isKept || of.answersRecord;
  return Object.fromEntries(
    Object.entries(made).map(([status, response]) => [
      status,
      {
        ...response,
        description: (response as { description?: string }).description || (status === '204' ? 'Done.' : 'The answer.'),
        headers: {
          'X-Request-Id': part('headers', 'RequestId'),
          ...(tagged ? { ETag: part('headers', 'ETag') } : {}),
          ...(status === '201' ? { Location: part('headers', 'Location') } : {}),
        },
        ...(status === '204' ? {} : { content }),
      },
    ]),
  );
}

/** A description once, and lists in an address as we read them: separated by commas. */
function tidied(parameter: Parameter): Parameter {
  const { description: _, example, ...schema } = { description: '', example: undefined, ...parameter.schema };
  if (example !== undefined) schema.examples = [example];
  const isList = parameter.in === 'query' && schema.type === 'array';
  return { ...parameter, schema, ...(isList ? { style: 'form', explode: false } : {}) };
}

function whoMay(access: Access): string {
  if ('public' in access) return 'Open to all.';
  if (!('permission' in access)) return 'For anybody who is signed in.';
  const roles = Role.options.filter((role) => permissionsOfRole[role].includes(access.permission));
  return `Needs \`${access.permission}\`: ${roles.length === Role.options.length ? 'every role' : roles.join(', ')}.`;
}

const part = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
