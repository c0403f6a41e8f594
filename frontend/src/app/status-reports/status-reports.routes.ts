import type { Routes } from '@angular/router';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';
import { unsavedChanges } from '../ui/unsaved-changes';

const messages = messagesOf('status-reports', {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
});

export const statusReportsRoutes: Routes = [
  {
    path: 'prosjekter/:number/status/ny',
    title: 'status-reports.submit.title',
    canActivate: [allowed('status-report.submit')],
    canDeactivate: [unsavedChanges],
    resolve: { messages },
    loadComponent: () => import('./submit-status-report-page').then((file) => file.SubmitStatusReportPage),
  },
];
