import type { Messages } from './messages.js';

/** The same in English, for those who ask. */
export const en: Messages = {
  sentences: {
    S01: 'No projects or measures are registered on the strategy.',
    'S01-lapsed':
      'The measure in ordinary operations has not been confirmed since {confirmedOn}, and no projects are registered on the strategy.',
    S02: 'The strategy only has projects at the idea or concept stage (since {sinceOn}).',
    S03: '{projectCount, plural, one {The project on the strategy is stopped or postponed.} other {All # projects on the strategy are stopped or postponed.}}',
    'S03-starts-late': 'No projects on the strategy are in progress. The earliest planned start is {earliestStartOn}.',
    'S03-no-start': 'No projects on the strategy are in progress. No planned start is registered.',
    S04: 'The last project was completed on {finishedOn}. The plan runs until {horizonYear}, and no new measures are registered.',
    S06: '{total, plural, one {{without} of # sub-item in the strategy has no measures.} other {{without} of # sub-items in the strategy have no measures.}}',
    S08: 'The strategy has no responsible sector.',
    'S08-role':
      '{role, select, unknown {No active person holds the responsible role.} other {No active person holds the responsible role “{role}”.}}',
    S09: 'The strategy is only supported indirectly. No projects have the strategy as their main purpose.',
    P04: '{missing, select, manager {The project has no project manager.} owner {The project has no project owner.} other {The project has no project manager and no project owner.}}',
    'P04-left':
      '{left, select, manager {The registered project manager has left.} owner {The registered project owner has left.} other {Those registered have left.}}',
    P07: 'The planned end date {endsOn} has passed.',
    P08: 'The project is postponed without a new date.',
    'P08-reason': 'The project is postponed without a reason.',
    'P08-both': 'The project is postponed without a new date and without a reason.',
    'P08-passed': 'The project is postponed to {postponedToOn}, and that date has passed.',
    P11: 'The project is not linked to a strategy.',
    'P11-proposed': 'A link awaits approval.',
    'exception-ended': 'The exception ended on {exceptionEndedOn}.',
  },
  remedies: {
    S01: 'Register and approve at least one project or one measure in ordinary operations on the strategy.',
    'S01-proposed':
      '{proposedCount, plural, one {Approve the link to the proposed project, or register a measure in ordinary operations on the strategy.} other {Approve the link to at least one of the # proposed projects, or register a measure in ordinary operations on the strategy.}}',
    'S01-incomplete':
      'Fill in unit, responsible and evidence for the measure in ordinary operations and confirm it, or register and approve at least one project on the strategy.',
    'S01-lapsed':
      'Confirm the measure in ordinary operations again, or register and approve at least one project on the strategy.',
    S02: 'Take at least one of the projects on to planning, or register a measure in ordinary operations on the strategy.',
    S03: 'Resume at least one of the projects, or register and approve a new project or a measure in ordinary operations on the strategy.',
    'S03-starts-late':
      'Start at least one of the projects, plan the start for {latestStartOn} at the latest, or register a measure in ordinary operations on the strategy.',
    'S03-no-start':
      'Start at least one of the projects, set a planned start of {latestStartOn} at the latest, or register a measure in ordinary operations on the strategy.',
    S04: 'Register and approve a new project or a measure in ordinary operations on the strategy, or decide that the strategy is completed.',
    S06: '{without, plural, one {Link a project or a measure in ordinary operations to the sub-item {measures}.} other {Link a project or a measure in ordinary operations to each of the sub-items {measures}.}}',
    S08: 'Choose a responsible sector for the strategy.',
    'S08-role':
      '{role, select, unknown {Give the responsible role to an active person, or choose another responsible role for the strategy.} other {Give the role “{role}” to an active person, or choose another responsible role for the strategy.}}',
    'S08-both':
      '{role, select, unknown {Choose a responsible sector for the strategy, and give the responsible role to an active person.} other {Choose a responsible sector for the strategy, and give the role “{role}” to an active person.}}',
    S09: 'Approve at least one project with the strategy as its main contribution, or register a measure in ordinary operations on the strategy.',
    P04: '{missing, select, manager {Appoint an active project manager.} owner {Appoint an active project owner.} other {Appoint an active project manager and an active project owner.}}',
    P07: 'Report the project as completed, or set a new planned end date.',
    P08: 'Set a new date, or change the state of the project.',
    'P08-reason': 'Write the reason for the postponement.',
    'P08-both': 'Set a new date and write the reason, or change the state of the project.',
    P11: 'Link the project to a strategy or a sub-item, and have the link approved.',
    'P11-proposed': 'Have the proposed link approved.',
  },
  roles: {
    'project-manager': 'Project manager',
    'project-owner': 'Project owner',
    'sector-administrator': 'Sector administrator',
    'sector-director': 'Sector director',
    controller: 'Controller',
    planner: 'Planner',
    'chief-executive': 'Chief executive',
    secretariat: 'Secretariat',
    councillor: 'Councillor',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
};
