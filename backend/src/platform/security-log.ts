import { Logger } from '@nestjs/common';

/** What is told of in the log for whoever watches over the installation (shared/docs/security-log.md). */
export type SecurityEvent =
  | 'sign-in.succeeded'
  | 'sign-in.failed'
  | 'sign-out'
  | 'attempts.slowed'
  | 'access.refused'
  | 'sealing.failed'
  | 'history.unguarded'
  // named changes
  | `account.${string}`
  | `role.${string}`
  | `session.${string}`;

/** Who and where, by ids alone: neither name, e-mail, network address nor anything that was sent. */
export interface SecurityFacts {
  readonly requestId?: string | undefined;
  /** Who acts or, of a sign-in, whose account it is. */
  readonly account?: string | null | undefined;
  readonly [fact: string]: unknown;
}

export const SECURITY = 'security';
const log = new Logger(SECURITY);

/** One line of JSON, with the level `info`; faults of our own stand higher. */
export function logSecurity(event: SecurityEvent, facts: SecurityFacts, level: 'log' | 'warn' | 'error' = 'log'): void {
  const known = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== null);
  log[level]({ event, ...Object.fromEntries(known) });
}

/** Changes of who may what are told of as they are called in the history, where the rest of them stands. */
export function isSecurityChange(action: string): action is SecurityEvent {
  return /^(account|role|session)\./.test(action);
}
