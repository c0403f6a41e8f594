import * as z from 'zod';
import { PersonRef, SessionView } from './identity.js';
import { PageQuery } from './problem.js';

/** What a session was opened with: password, one-time link, or the municipality's own sign-in (OIDC). */
export const SignInWay = z.enum(['password', 'link', 'provider']);
export type SignInWay = z.infer<typeof SignInWay>;

/** The kind of program and machine, no finer than a person needs to know her own by. */
export const Browser = z.enum(['chrome', 'edge', 'firefox', 'safari', 'other']);
export type Browser = z.infer<typeof Browser>;
export const Machine = z.enum(['windows', 'macos', 'linux', 'android', 'ios', 'other']);
export type Machine = z.infer<typeof Machine>;

/** A session of one's own. The network address is not in it, for it is not stored. */
export const OwnSession = z
  .object({
    id: z.uuid(),
    browser: Browser,
    machine: Machine,
    way: SignInWay,
    beganAt: z.iso.datetime({ offset: true }),
    lastSeenAt: z.iso.datetime({ offset: true }).meta({ description: 'To the minute' }),
    expiresAt: z.iso.datetime({ offset: true }),
    current: z.boolean().meta({ description: 'The one that asks' }),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

/** Where somebody is signed in, for who looks after the municipality's accounts. */
export const OpenSession = OwnSession.extend({ person: PersonRef }).meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;

export const OpenSessionList = z
  .object({ total: z.int(), items: z.array(OpenSession) })
  .meta({ id: 'OpenSessionList' });
export type OpenSessionList = z.infer<typeof OpenSessionList>;

/** Sessions are of now, so there is no `as-of`. */
export const OpenSessionsQuery = z.strictObject({
  q: z.string().trim().max(200).optional().meta({ description: 'Part of the person’s name' }),
  ...PageQuery.shape,
});
export type OpenSessionsQuery = z.infer<typeof OpenSessionsQuery>;

/** The fewest characters of a password that a person chooses. */
export const SHORTEST_PASSWORD = 12;

/** `currentPassword` is left out by who has come by a one-time link: the link is the proof. */
export const ChangePassword = z
  .strictObject({
    currentPassword: z.string().min(1, 'required').max(1000).optional(),
    newPassword: z.string().min(SHORTEST_PASSWORD, 'password-too-short').max(1000, 'too-long'),
  })
  .meta({
    id: 'ChangePassword',
    example: { currentPassword: 'planspor-demo', newPassword: 'gul sykkel uten bremser' },
  });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** Which ways in there are here. */
export const SignInWays = z
  .object({
    provider: z.boolean().meta({ description: 'The municipality’s own sign-in is set up' }),
    resetByMail: z.boolean().meta({ description: 'A forgotten password is reset by mail' }),
  })
  .meta({ id: 'SignInWays' });
export type SignInWays = z.infer<typeof SignInWays>;

export const AskForReset = z
  .strictObject({ email: z.string().trim().min(1, 'required').max(254) })
  .meta({ id: 'AskForReset', example: { email: 'kari.nordmann@kommune.example' } });
export type AskForReset = z.infer<typeof AskForReset>;

/** Where the browser is to go: to the provider, or back from it. */
export const ProviderAddress = z.object({ address: z.string().nullable() }).meta({ id: 'ProviderAddress' });
export type ProviderAddress = z.infer<typeof ProviderAddress>;

/** The path to be at once signed in; one of ours, as the page holds it to be. */
export const BeginAtProvider = z
  .strictObject({ returnTo: z.string().max(2000).optional() })
  .meta({ id: 'BeginAtProvider', example: { returnTo: '/oversikt' } });
export type BeginAtProvider = z.infer<typeof BeginAtProvider>;

/** What the provider sent the browser back with: the query of the address, as it stands. */
export const ReturnFromProvider = z
  .strictObject({ query: z.string().min(1, 'required').max(8000) })
  .meta({ id: 'ReturnFromProvider', example: { query: '?code=GE1cIEBU&state=bqt7KtXm' } });
export type ReturnFromProvider = z.infer<typeof ReturnFromProvider>;

export const ReturnedFromProvider = z
  .object({ session: SessionView, returnTo: z.string().nullable() })
  .meta({ id: 'ReturnedFromProvider' });
export type ReturnedFromProvider = z.infer<typeof ReturnedFromProvider>;
