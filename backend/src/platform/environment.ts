import * as z from 'zod';
import { applicationAddress } from './application-role.js';

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** The environment, read once at start (design.md, "Running it"). */
export const Environment = z
  .object({
    PORT: z.coerce
      .number('må være et portnummer')
      .int('må være et portnummer')
      .min(0, 'må være minst 0')
      .max(65_535, 'må være høyst 65535')
      .default(3000),
    HOST: z.string().min(1, 'mangler').default('127.0.0.1'),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'må begynne med postgres://'),
    DATABASE_OWNER_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'må begynne med postgres://')
      .optional(),
    PGPASSWORD: z.string().optional(),
    DATABASE_POOL: z.coerce
      .number('må være et heltall fra 1 til 200')
      .int('må være et heltall fra 1 til 200')
      .min(1, 'må være minst 1')
      .max(200, 'må være høyst 200')
      .default(10),
    PLANSPOR_DEMO: z.enum(['on', 'off'], 'må være on eller off').default('on'),
    PLANSPOR_ADMIN_EMAIL: z.email('må være en e-postadresse').optional(),
    PLANSPOR_ADMIN_PASSWORD: z.string().min(12, 'må ha minst 12 tegn').optional(),
    PLANSPOR_PROXIES: z
      .string()
      .regex(
        /^(?:loopback|linklocal|uniquelocal|[\da-f.:]+(?:\/\d{1,3})?)(?:, ?(?:loopback|linklocal|uniquelocal|[\da-f.:]+(?:\/\d{1,3})?))*$/,
        'må være adresser, skilt med komma',
      )
      .default('loopback'),
    PLANSPOR_WEB: z.string().default('dist/frontend/browser'),
    PLANSPOR_LOG: z.enum(['silent', 'warn', 'info'], 'må være silent, warn eller info').default('info'),
  })
  .refine((env) => (env.PLANSPOR_ADMIN_EMAIL === undefined) === (env.PLANSPOR_ADMIN_PASSWORD === undefined), {
    path: ['PLANSPOR_ADMIN_EMAIL'],
    error: 'og PLANSPOR_ADMIN_PASSWORD må settes sammen',
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    /** Where the application works, as a role that cannot change the history. */
    databaseUrl: applicationAddress(env.DATABASE_URL, env.DATABASE_OWNER_URL ?? env.DATABASE_URL, env.PGPASSWORD),
    /** Where the schema is brought up to date. */
    ownerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    /** Demonstration projects are loaded. */
    demo: env.PLANSPOR_DEMO === 'on',
    /** Demonstration accounts with their known password can sign in: only where nobody else can reach the server. */
    demoAccounts: env.PLANSPOR_DEMO === 'on' && loopback.includes(env.HOST),
    administrator: env.PLANSPOR_ADMIN_EMAIL
      ? { email: env.PLANSPOR_ADMIN_EMAIL, password: env.PLANSPOR_ADMIN_PASSWORD! }
      : null,
    /** Whose word we take for where a request came from and whether by https. */
    proxies: env.PLANSPOR_PROXIES,
    webRoot: env.PLANSPOR_WEB,
    log: env.PLANSPOR_LOG,
  }));
export type Environment = z.infer<typeof Environment>;
/** Token the environment is injected by. */
export const ENVIRONMENT = Symbol('environment');

/** @throws Error with one sentence that names the setting, e.g. `PORT må være et portnummer.` */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const read = Environment.safeParse(variables);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const missing = issue!.code === 'invalid_type' && variables[String(issue.path[0])] === undefined;
  throw new Error(`${issue!.path.join('.')} ${missing ? 'mangler' : issue!.message}.`);
}
