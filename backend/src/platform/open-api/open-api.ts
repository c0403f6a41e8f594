import type { Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '#shared';
import { controllerDocstrings } from './docstrings.js';
import { DescribedHandler, type Operation, complete } from './operations.js';
import { sharedParts } from './parts.js';
import { ContractSchemas } from './schemas.js';

const description = `
Planspor follows a municipal plan into action: its strategies, the projects that carry them out, their status and money,
and which strategies lack follow-up.

**Errors** are problem documents (RFC 9457) with a stable \`code\` and, for input, the \`fields\`.
**Reads** carry an ETag and answer 304 to If-None-Match. \`as-of\` takes a date (its end, in Norway) or an instant.
**Writes** to a record need If-Match and answer 412 when somebody else was first; nothing is overwritten unseen. With an
Idempotency-Key a repeat gets the first answer.
**Money** is whole øre. *Avvik* (\`deviationOre\`) is budget less forecast: negative is *merforbruk*.
**Dates** are calendar dates in Europe/Oslo.`.trim();

/** OpenAPI 3.1, from the contracts and from the decorators that the guard itself goes by. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const handlers = handlersOf(app);
  const described = new Map<string, DescribedHandler>();
  const schemas = new ContractSchemas();
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Planspor')
      .setDescription(description)
      .setVersion('1')
      .addServer('/')
      .build(),
    {
      standardSchemaConverter: schemas.converter,
      operationIdFactory: (controller, method) => {
        const handler = handlers.get(`${controller}.${method}`)!;
        if (described.has(method))
          throw new Error(`two handlers are called ${method}, and a client would not know which`);
        described.set(method, handler);
        return method;
      },
    },
  );
  schemas.of(Problem, 'output');
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as unknown as Operation[]) {
      const handler = described.get(operation.operationId ?? '');
      if (handler) complete(operation, handler, schemas);
    }
  }
  return {
    ...document,
    components: { ...sharedParts, schemas: schemas.components },
  };
}

function handlersOf(app: NestFastifyApplication): Map<string, DescribedHandler> {
  const docstrings = controllerDocstrings();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return new Map(
    controllers.flatMap(({ metatype }) => {
      const controller = metatype as Type;
      const prototype = controller.prototype as Record<string, (...args: never[]) => unknown>;
      return Object.getOwnPropertyNames(prototype).map((method) => {
        const name = `${controller.name}.${method}`;
        return [name, new DescribedHandler(controller, prototype[method]!, docstrings.get(name))] as const;
      });
    }),
  );
}

/** The document at `/api/openapi.json`, and a page to browse it at `/api/docs`. Written when first asked for. */
export function serveApiDescription(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describeApi(app)), {
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Planspor API',
    swaggerOptions: { displayOperationId: true, docExpansion: 'list', validatorUrl: null },
  });
}
