import type { Routes } from '@angular/router';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';
import { administrationMessages } from './messages';

const messages = messagesOf('administration', administrationMessages);

export const administrationRoutes: Routes = [
  { path: 'administrasjon', pathMatch: 'full', redirectTo: 'administrasjon/personer' },
  {
    path: 'administrasjon/personer',
    title: 'administration.people.title',
    canActivate: [allowed('administration.read')],
    resolve: { messages },
    loadComponent: () => import('./people-page').then((file) => file.PeoplePage),
  },
];
