import * as z from 'zod';
import { LocalDate, requiredDate } from './dates.js';
import { Role, SectorRef, scopeOfRole } from './identity.js';
import { AsOf, PageQuery, type FieldProblem } from './problem.js';

/** A role a person has, for a time. `validTo` is the last day it holds; null while it lasts. */
export const RoleOfAccount = z
  .object({
    id: z.uuid(),
    role: Role,
    sector: SectorRef.nullable(),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
  })
  .meta({ id: 'RoleOfAccount' });
export type RoleOfAccount = z.infer<typeof RoleOfAccount>;

/** A person as those see her who look after who may sign in. */
export const AccountView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    title: z.string().nullable(),
    active: z.boolean().meta({ description: 'False for people who have left: they cannot sign in' }),
    guest: z.boolean().meta({ description: 'From outside the municipality; every role of a guest has an end' }),
    roles: z.array(RoleOfAccount),
    version: z.int(),
  })
  .meta({ id: 'AccountView' });
export type AccountView = z.infer<typeof AccountView>;

export const AccountList = z.object({ total: z.int(), items: z.array(AccountView) }).meta({ id: 'AccountList' });
export type AccountList = z.infer<typeof AccountList>;

export const AccountSort = z.enum(['name', '-name', 'email', '-email']);
export type AccountSort = z.infer<typeof AccountSort>;

export const AccountListQuery = z.strictObject({
  q: z.string().trim().max(200).optional().meta({ description: 'Part of the name, the e-mail address or the title' }),
  role: Role.optional().meta({ description: 'Who has this role on the date' }),
  sector: z.string().max(60).optional().meta({ description: 'Who has a role for this sector on the date' }),
  active: z.enum(['yes', 'no']).optional(),
  guest: z.enum(['yes', 'no']).optional(),
  sort: AccountSort.default('name'),
  ...PageQuery.shape,
  'as-of': AsOf.optional(),
});
export type AccountListQuery = z.infer<typeof AccountListQuery>;

const name = z.string().trim().min(1, 'required').max(200, 'too-long');
const email = z.string().trim().max(254, 'too-long').pipe(z.email('email-invalid'));
const title = z.string().trim().max(200, 'too-long');

/** A role with the time it is to hold. */
const Giving = z.strictObject({
  role: Role,
  sector: z.string().min(1).max(60).nullable().default(null).meta({ description: 'Code; for roles of a sector' }),
  validFrom: requiredDate('date-required'),
  validTo: LocalDate.nullable().default(null),
});

type FaultyField = Pick<FieldProblem, 'path' | 'code'>;

/** What does not agree in a role and its time. A guest leads projects, and only for a time. */
export function roleMistakes(
  { role, sector, validFrom, validTo }: z.infer<typeof Giving>,
  { guest }: { guest: boolean },
): FaultyField[] {
  const mistakes: FaultyField[] = [];
  const scope = scopeOfRole[role];
  if (scope === 'sector' && sector === null) mistakes.push({ path: 'sector', code: 'sector-required' });
  if (scope === 'municipality' && sector !== null) mistakes.push({ path: 'sector', code: 'sector-not-for-role' });
  if (guest && role !== 'project-manager') mistakes.push({ path: 'role', code: 'guest-role' });
  if (guest && validTo === null) mistakes.push({ path: 'validTo', code: 'guest-needs-end' });
  if (validTo !== null && validTo < validFrom) mistakes.push({ path: 'validTo', code: 'ends-before-start' });
  return mistakes;
}

export const GiveRole = Giving.superRefine((giving, ctx) => {
  for (const { path, code } of roleMistakes(giving, { guest: false }))
    ctx.addIssue({ code: 'custom', path: [path], message: code });
}).meta({
  id: 'GiveRole',
  example: { role: 'project-manager', sector: 'oppvekst', validFrom: '2026-11-23', validTo: null },
});
export type GiveRole = z.infer<typeof GiveRole>;

export const ChangeRoleValidity = z
  .strictObject({ validFrom: requiredDate('date-required'), validTo: LocalDate.nullable() })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    error: 'ends-before-start',
  })
  .meta({ id: 'ChangeRoleValidity', example: { validFrom: '2026-11-23', validTo: '2027-06-30' } });
export type ChangeRoleValidity = z.infer<typeof ChangeRoleValidity>;

export const RegisterAccount = z
  .strictObject({
    name,
    email,
    title: title.default(''),
    guest: z.boolean().default(false),
    role: Giving.nullable().default(null),
  })
  .superRefine(({ guest, role }, ctx) => {
    if (guest && !role) ctx.addIssue({ code: 'custom', path: ['role'], message: 'guest-needs-role' });
    for (const { path, code } of role ? roleMistakes(role, { guest }) : [])
      ctx.addIssue({ code: 'custom', path: ['role', path], message: code });
  })
  .meta({
    id: 'RegisterAccount',
    example: {
      name: 'Kari Eksempel',
      email: 'kari@eksempel.test',
      title: 'Prosjektleder',
      guest: false,
      role: { role: 'project-manager', sector: 'oppvekst', validFrom: '2026-11-23', validTo: null },
    },
  });
export type RegisterAccount = z.infer<typeof RegisterAccount>;

/** Absent is unchanged. `active: false` when she leaves: her sessions end, and what she did stays hers. */
export const ChangeAccount = z
  .strictObject({ name, email, title, active: z.boolean() })
  .partial()
  .meta({ id: 'ChangeAccount', example: { name: 'Kari Eksempel', email: 'kari@eksempel.test' } });
export type ChangeAccount = z.infer<typeof ChangeAccount>;

/** Signs one person in, once: `/logg-inn?lenke=…`. Shown to who asked for it, and stored nowhere. */
export const SignInLink = z
  .object({ token: z.string(), expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: 'SignInLink' });
export type SignInLink = z.infer<typeof SignInLink>;
