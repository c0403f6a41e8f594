import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router, type Routes } from '@angular/router';
import { followUpMessages } from '../follow-up/follow-up.routes';
import { firstPlan } from '../plans/first-plan';
import { AsOf } from '../platform/as-of/as-of';
import { messagesOf } from '../platform/language/messages-of';
import { Municipality } from '../platform/municipality';
import { allowed } from '../platform/route-guards';

const messages = messagesOf('reporting', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

/** Sends a path without a year on to the one that runs, as the server's calendar has it in Oslo, or that ran then. */
const runningYear: CanActivateFn = async ({ params }) => {
  const router = inject(Router);
  const asOf = inject(AsOf).date();
  const facts = await inject(Municipality).load();
  return facts
    ? router.createUrlTree(['/kommunestyret', params['plan'], (asOf ?? facts.today).slice(0, 4)])
    : new RedirectCommand(router.createUrlTree(['/ikke-kontakt']), { skipLocationChange: true });
};

export const reportingRoutes: Routes = [
  {
    path: 'kommunestyret',
    pathMatch: 'full',
    canActivate: [firstPlan((slug) => `/kommunestyret/${slug}`)],
    children: [],
  },
  { path: 'kommunestyret/:plan', pathMatch: 'full', canActivate: [runningYear], children: [] },
  {
    path: 'kommunestyret/:plan/:year',
    title: 'reporting.council.title',
    canActivate: [allowed('reporting.read')],
    resolve: { messages, figures: followUpMessages },
    loadComponent: () => import('./council-overview-page').then((file) => file.CouncilOverviewPage),
  },
];
