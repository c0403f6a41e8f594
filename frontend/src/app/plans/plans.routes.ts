import type { Routes } from '@angular/router';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';
import { firstPlan } from './first-plan';

const messages = messagesOf('plans', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

export const plansRoutes: Routes = [
  { path: 'planen', pathMatch: 'full', canActivate: [firstPlan((slug) => `/planen/${slug}`)], children: [] },
  {
    path: 'planen/:plan',
    title: 'plans.plan.title',
    canActivate: [allowed('plan.read')],
    resolve: { messages },
    loadComponent: () => import('./plan-page').then((file) => file.PlanPage),
  },
];
