import type { Routes } from '@angular/router';
import { messagesOf } from '../platform/language/messages-of';
import { allowed } from '../platform/route-guards';

const messages = messagesOf('budgets', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

export const budgetsRoutes: Routes = [
  {
    path: 'prosjekter/:number/okonomi',
    title: 'budgets.title',
    canActivate: [allowed('budget.read')],
    resolve: { messages },
    loadComponent: () => import('./budget-page').then((file) => file.BudgetPage),
  },
];
