import * as z from 'zod';
import { LocalDate } from './dates.js';
import { AsOf, PageQuery } from './problem.js';

/** The roles of domain-full § 3.3, in English; `roleSlug` has the name used in demonstration addresses. */
export const Role = z.enum([
  'project-manager',
  'project-owner',
  'sector-administrator',
  'sector-director',
  'controller',
  'planner',
  'chief-executive',
  'secretariat',
  'councillor',
  'auditor',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

export const Permission = z.enum([
  'plan.read',
  'plan.change',
  'project.read',
  'project.register',
  'project.change',
  'contribution.propose',
  'contribution.approve',
  'status-report.read',
  'status-report.submit',
  'budget.read',
  'budget.change',
  'follow-up.read',
  'exception.propose',
  'exception.decide',
  'operational-measure.change',
  'reporting.read',
  'history.read',
  'people.read',
  'session.administer',
  'administration.read',
  'people.change',
]);
export type Permission = z.infer<typeof Permission>;

const readAll: Permission[] = [
  'plan.read',
  'project.read',
  'status-report.read',
  'budget.read',
  'follow-up.read',
  'reporting.read',
  'history.read',
  'people.read',
];

/**
 * What each role may do at the edge. Whether it may do it to this very record is the service's to say
 * (`RecordScope`). One list for the guard, the buttons and the documentation.
 */
export const permissionsOfRole: Record<Role, readonly Permission[]> = {
  'project-manager': [
    ...readAll,
    'project.register',
    'project.change',
    'contribution.propose',
    'status-report.submit',
    'exception.propose',
  ],
  'project-owner': [
    ...readAll,
    'project.register',
    'project.change',
    'contribution.propose',
    'contribution.approve',
    'status-report.submit',
    'exception.propose',
  ],
  'sector-administrator': [
    ...readAll,
    'project.register',
    'project.change',
    'contribution.propose',
    'contribution.approve',
    'status-report.submit',
    'budget.change',
    'exception.propose',
    'operational-measure.change',
  ],
  'sector-director': [
    ...readAll,
    'project.register',
    'project.change',
    'contribution.propose',
    'contribution.approve',
    'status-report.submit',
    'budget.change',
    'exception.propose',
    'exception.decide',
    'operational-measure.change',
  ],
  controller: [...readAll, 'budget.change'],
  planner: [
    ...readAll,
    'plan.change',
    'contribution.propose',
    'contribution.approve',
    'exception.propose',
    'operational-measure.change',
  ],
  'chief-executive': [
    ...readAll,
    'plan.change',
    'project.register',
    'project.change',
    'contribution.propose',
    'contribution.approve',
    'status-report.submit',
    'budget.change',
    'exception.propose',
    'exception.decide',
    'operational-measure.change',
    'administration.read',
  ],
  secretariat: [...readAll, 'exception.propose', 'exception.decide'],
  councillor: ['plan.read', 'follow-up.read', 'reporting.read', 'project.read', 'budget.read', 'status-report.read'],
  auditor: [...readAll, 'administration.read'],
  administrator: [...readAll, 'session.administer', 'administration.read', 'people.change'],
};

/**
 * How far a role's write permissions reach: its own projects (as manager or owner), its sector, or the municipality.
 */
export const RecordScope = z.enum(['own', 'sector', 'municipality']);
export type RecordScope = z.infer<typeof RecordScope>;
export const scopeOfRole: Record<Role, RecordScope> = {
  'project-manager': 'own',
  'project-owner': 'own',
  'sector-administrator': 'sector',
  'sector-director': 'sector',
  controller: 'municipality',
  planner: 'municipality',
  'chief-executive': 'municipality',
  secretariat: 'municipality',
  councillor: 'municipality',
  auditor: 'municipality',
  administrator: 'municipality',
};

export const SignIn = z
  .strictObject({
    email: z.string().trim().min(1, 'required').max(254),
    password: z.string().min(1, 'required').max(1000),
  })
  .meta({ id: 'SignIn', example: { email: 'kommunedirektor@demo.test', password: 'planspor-demo' } });
export type SignIn = z.infer<typeof SignIn>;

/** The token of a one-time link, `/logg-inn?lenke=…`. */
export const SignInByLink = z
  .strictObject({ token: z.string().min(1, 'required').max(200) })
  .meta({ id: 'SignInByLink', example: { token: 'qF3sNfPlGJ8l0m0a3CkX9kRzqXn2mQd8nJZb1sV7c4E' } });
export type SignInByLink = z.infer<typeof SignInByLink>;

export const PersonRef = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof PersonRef>;

export const SectorRef = z.object({ code: z.string(), name: z.string() }).meta({ id: 'SectorRef' });
export type SectorRef = z.infer<typeof SectorRef>;

export const SessionView = z
  .object({
    account: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      roles: z.array(Role),
      sectors: z.array(SectorRef),
    }),
    permissions: z.array(Permission),
    expiresAt: z.iso.datetime({ offset: true }),
    demo: z.boolean().meta({ description: 'Signed in with a demonstration account' }),
    way: z.enum(['password', 'link', 'provider']).meta({ description: 'What the session was opened with' }),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;

export const DemoAccounts = z
  .object({
    password: z.string(),
    accounts: z.array(z.object({ email: z.string(), name: z.string(), role: Role, sector: z.string().nullable() })),
  })
  .meta({ id: 'DemoAccounts' });
export type DemoAccounts = z.infer<typeof DemoAccounts>;

export const Person = z
  .object({
    id: z.uuid(),
    name: z.string(),
    title: z.string().nullable(),
    sector: SectorRef.nullable(),
    roles: z.array(Role),
    active: z.boolean(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const PeopleQuery = z.strictObject({
  q: z.string().trim().max(200).optional().meta({ description: 'Part of the name or title' }),
  ...PageQuery.shape,
  'as-of': AsOf.optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const PersonList = z.object({ total: z.int(), items: z.array(Person) }).meta({ id: 'PersonList' });
export type PersonList = z.infer<typeof PersonList>;

export const Sector = z
  .object({ code: z.string(), name: z.string(), validFrom: LocalDate, validTo: LocalDate.nullable() })
  .meta({ id: 'Sector' });
export type Sector = z.infer<typeof Sector>;

/** The municipality and the words and lists it has chosen. */
export const Municipality = z
  .object({
    name: z.string(),
    number: z.string(),
    labels: z.record(z.string(), z.string()),
    accessibilityStatementUrl: z.string().nullable(),
    sectors: z.array(Sector),
    committees: z.array(z.object({ code: z.string(), name: z.string() })),
    today: LocalDate,
    historyFrom: z.iso.datetime({ offset: true }).meta({ description: 'The first change: nothing is known of before' }),
    demo: z.boolean().meta({ description: 'Demonstration projects are loaded' }),
  })
  .meta({ id: 'Municipality' });
export type Municipality = z.infer<typeof Municipality>;
