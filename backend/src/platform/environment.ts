import * as z from 'zod';

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** The environment, read once at start (design.md, "Running it"). */
export const Environment = z
  .object({
    PORT: z.coerce
      .number('must be a port number')
      .int('must be a port number')
      .min(0)
      .max(65_535, 'must be at most 65535')
      .default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    PLANSPOR_DEMO: z.enum(['on', 'off'], 'must be on or off').default('on'),
    PLANSPOR_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    PLANSPOR_ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
    PLANSPOR_WEB: z.string().default('dist/frontend/browser'),
    PLANSPOR_LOG: z.enum(['silent', 'warn', 'info'], 'must be silent, warn or info').default('info'),
  })
  .refine((env) => (env.PLANSPOR_ADMIN_EMAIL === undefined) === (env.PLANSPOR_ADMIN_PASSWORD === undefined), {
    path: ['PLANSPOR_ADMIN_EMAIL'],
    error: 'and PLANSPOR_ADMIN_PASSWORD go together',
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    /** Demonstration projects are loaded. */
    demo: env.PLANSPOR_DEMO === 'on',
    /** Demonstration accounts with their known password can sign in: only where nobody else can reach the server. */
    demoAccounts: env.PLANSPOR_DEMO === 'on' && loopback.includes(env.HOST),
    administrator: env.PLANSPOR_ADMIN_EMAIL
      ? { email: env.PLANSPOR_ADMIN_EMAIL, password: env.PLANSPOR_ADMIN_PASSWORD! }
      : null,
    webRoot: env.PLANSPOR_WEB,
    log: env.PLANSPOR_LOG,
  }));
export type Environment = z.infer<typeof Environment>;
/** Token the environment is injected by. */
export const ENVIRONMENT = Symbol('environment');

/** @throws Error with one sentence that names the setting, e.g. `PORT must be a port number.` */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const read = Environment.safeParse(variables);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const missing = issue!.path[0] !== undefined && variables[String(issue!.path[0])] === undefined;
  throw new Error(`${issue!.path.join('.')} ${missing ? 'is missing' : issue!.message}.`);
}
