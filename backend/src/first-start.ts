import type { Type } from '@nestjs/common';
import { LoadRuleSet } from './follow-up/load-rule-set.js';
import { LoadMunicipality } from './identity/load-municipality.js';
import { LoadDemonstration } from './import-export/load-demonstration.js';
import { LoadPlans } from './plans/load-plans.js';
import type { FirstStartStep } from './platform/first-start.js';
import { LoadPhases } from './projects/load-phases.js';
import { LoadReportingPeriods } from './status-reports/load-reporting-periods.js';

/** What an empty database is given, in this order; each a provider of its feature. */
export const firstStart: Type<FirstStartStep>[] = [
  LoadMunicipality,
  LoadPlans,
  LoadPhases,
  LoadReportingPeriods,
  LoadRuleSet,
  LoadDemonstration,
];
