import type { Routes } from '@angular/router';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';
import { findingMessages } from '../ui/finding-words/finding-messages';
import { unsavedChanges } from '../ui/unsaved-changes';

const messages = messagesOf('projects', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

export const projectsRoutes: Routes = [
  {
    path: 'prosjekter',
    title: 'projects.list.title',
    canActivate: [allowed('project.read')],
    resolve: { messages },
    loadComponent: () => import('./list/project-list-page').then((file) => file.ProjectListPage),
  },
  {
    path: 'prosjekter/ny',
    title: 'projects.register.title',
    canActivate: [allowed('project.register')],
    canDeactivate: [unsavedChanges],
    resolve: { messages },
    loadComponent: () => import('./form/register-project-page').then((file) => file.RegisterProjectPage),
  },
  {
    path: 'prosjekter/:number',
    title: 'projects.project.title',
    canActivate: [allowed('project.read')],
    resolve: { messages, findings: findingMessages },
    loadComponent: () => import('./project-page').then((file) => file.ProjectPage),
  },
  {
    path: 'prosjekter/:number/rediger',
    title: 'projects.edit.title',
    canActivate: [allowed('project.change')],
    canDeactivate: [unsavedChanges],
    resolve: { messages },
    loadComponent: () => import('./form/edit-project-page').then((file) => file.EditProjectPage),
  },
  {
    path: 'prosjekter/:number/strategier',
    title: 'projects.link.title',
    canActivate: [allowed('contribution.propose')],
    resolve: { messages },
    loadComponent: () => import('./contributions/link-project-page').then((file) => file.LinkProjectPage),
  },
];
