import type { Routes } from '@angular/router';
import { administrationRoutes } from './administration/administration.routes';
import { budgetsRoutes } from './budgets/budgets.routes';
import { followUpRoutes } from './follow-up/follow-up.routes';
import { identityRoutes, mySideRoutes } from './identity/identity.routes';
import { plansRoutes } from './plans/plans.routes';
import { signedIn } from './platform/route-guards';
import { Shell } from './platform/shell/shell';
import { projectsRoutes } from './projects/projects.routes';
import { reportingRoutes } from './reporting/reporting.routes';
import { statusReportsRoutes } from './status-reports/status-reports.routes';

export const routes: Routes = [
  ...identityRoutes,
  {
    path: '',
    component: Shell,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'oversikt' },
      ...followUpRoutes,
      ...plansRoutes,
      ...statusReportsRoutes,
      ...budgetsRoutes,
      ...projectsRoutes,
      ...reportingRoutes,
      ...administrationRoutes,
      ...mySideRoutes,
      {
        path: 'ikke-tilgang',
        title: 'shell.no-access.title',
        loadComponent: () => import('./platform/shell/no-access-page').then((file) => file.NoAccessPage),
      },
      {
        path: '**',
        title: 'shell.not-found.title',
        loadComponent: () => import('./platform/shell/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
