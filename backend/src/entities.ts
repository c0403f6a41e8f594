import { Account } from './identity/account.entity.js';
import { Committee } from './identity/committee.entity.js';
import { Municipality } from './identity/municipality.entity.js';
import { RoleAssignment } from './identity/role-assignment.entity.js';
import { Sector } from './identity/sector.entity.js';
import { Session } from './identity/session.entity.js';
import { SignInFailure } from './identity/sign-in-failure.entity.js';
import { SignInLink } from './identity/sign-in-link.entity.js';
import { Goal } from './plans/goal.entity.js';
import { Measure } from './plans/measure.entity.js';
import { PlanArea } from './plans/plan-area.entity.js';
import { Plan } from './plans/plan.entity.js';
import { Strategy } from './plans/strategy.entity.js';
import { Contribution } from './projects/contribution.entity.js';
import { Phase } from './projects/phase.entity.js';
import { Project } from './projects/project.entity.js';
import { ReportingPeriod } from './status-reports/reporting-period.entity.js';
import { StatusReport } from './status-reports/status-report.entity.js';
import { Appropriation } from './budgets/appropriation.entity.js';
import { BookedAmount } from './budgets/booked-amount.entity.js';
import { FrameDecision } from './budgets/frame-decision.entity.js';
import { FollowUpException } from './follow-up/exception.entity.js';
import { OperationalMeasure } from './follow-up/operational-measure.entity.js';
import { RuleSetVersion } from './follow-up/rule-set.entity.js';

/** Every entity, in the features' reading order. A spec holds them against the migrations. */
export const entities = [
  ...[Municipality, Sector, Committee, Account, RoleAssignment, Session, SignInLink, SignInFailure],
  ...[Plan, PlanArea, Goal, Strategy, Measure],
  ...[Phase, Project, Contribution],
  ...[ReportingPeriod, StatusReport],
  ...[FrameDecision, Appropriation, BookedAmount],
  ...[RuleSetVersion, OperationalMeasure, FollowUpException],
];
