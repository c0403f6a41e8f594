import { rawSql } from '../platform/sql.js';

/** A session is over after a working day, whatever happens … */
export const SESSION_SECONDS = 12 * 60 * 60;
/** … and when it has not been used for this long. */
export const IDLE_MINUTES = 60;

/** Holds for a row of `session` that still signs its person in; the text, for a statement that is prepared. */
export const openSession = `session.expires_at > now()
  and session.last_seen_at > now() - interval '${IDLE_MINUTES} minutes'`;
export const isOpen = rawSql(openSession);
