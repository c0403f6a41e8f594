import type { Routes } from '@angular/router';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';

const messages = messagesOf('follow-up', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

export const followUpRoutes: Routes = [
  {
    path: 'oversikt',
    title: 'follow-up.overview.title',
    canActivate: [allowed('follow-up.read')],
    resolve: { messages },
    loadComponent: () => import('./overview-page').then((file) => file.OverviewPage),
  },
  {
    path: 'planen/:plan/:code',
    title: 'follow-up.strategy.title',
    canActivate: [allowed('plan.read')],
    resolve: { messages },
    loadComponent: () => import('./strategy-page').then((file) => file.StrategyPage),
  },
];
