import type { Routes } from '@angular/router';
import { followUpMessages } from '../follow-up/follow-up.routes';
import { firstPlan } from '../plans/first-plan';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';

const messages = messagesOf('reporting', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

export const reportingRoutes: Routes = [
  {
    path: 'kommunestyret',
    pathMatch: 'full',
    canActivate: [firstPlan((slug) => `/kommunestyret/${slug}/${new Date().getFullYear()}`)],
    children: [],
  },
  {
    path: 'kommunestyret/:plan/:year',
    title: 'reporting.council.title',
    canActivate: [allowed('reporting.read')],
    resolve: { messages, figures: followUpMessages },
    loadComponent: () => import('./council-overview-page').then((file) => file.CouncilOverviewPage),
  },
];
