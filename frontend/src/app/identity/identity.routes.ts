import type { Routes } from '@angular/router';
import { messagesOf } from '../platform/language/messages-of';
import { unsavedChanges } from '../ui/unsaved-changes';
import { identityMessages } from './messages';

const messages = messagesOf('identity', identityMessages);

export const identityRoutes: Routes = [
  {
    path: 'logg-inn',
    title: 'identity.sign-in.title',
    resolve: { messages },
    loadComponent: () => import('./sign-in-page').then((file) => file.SignInPage),
  },
  {
    path: 'ikke-kontakt',
    title: 'shell.no-contact.title',
    loadComponent: () => import('../platform/shell/no-contact-page').then((file) => file.NoContactPage),
  },
];

/** What stands inside the shell, for whoever is signed in. */
export const mySideRoutes: Routes = [
  {
    path: 'min-side',
    title: 'identity.my-side.title',
    resolve: { messages },
    canDeactivate: [unsavedChanges],
    loadComponent: () => import('./my-side-page').then((file) => file.MySidePage),
  },
];
