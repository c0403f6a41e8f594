import { History1000 } from './1000-history.js';
import { Identity1001 } from './1001-identity.js';
import { Plans1002 } from './1002-plans.js';
import { Projects1003 } from './1003-projects.js';
import { StatusReports1004 } from './1004-status-reports.js';
import { Budgets1005 } from './1005-budgets.js';
import { FollowUp1006 } from './1006-follow-up.js';
import { EndedOperationalMeasures1007 } from './1007-ended-operational-measures.js';
import { Sessions1008 } from './1008-sessions.js';
import { Seals1009 } from './1009-seals.js';
import { Accounts1010 } from './1010-accounts.js';

/** In the order they run. Appended to, never changed once released. */
export const migrations = [
  History1000,
  Identity1001,
  Plans1002,
  Projects1003,
  StatusReports1004,
  Budgets1005,
  FollowUp1006,
  EndedOperationalMeasures1007,
  Sessions1008,
  Seals1009,
  Accounts1010,
];
