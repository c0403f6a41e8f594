import type { Routes } from '@angular/router';
import type { Language } from '#shared';
import { allowed } from '../platform/route-guards';
import { messagesOf } from '../platform/language/messages-of';
import type { MessageFiles } from '../platform/language/texts';
import { findingMessages } from '../ui/finding-words/finding-messages';
import { unsavedChanges } from '../ui/unsaved-changes';

const files: MessageFiles = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
const messages = messagesOf('follow-up', files);
/** For pages of other features that show the same figures. */
export { messages as followUpMessages };
const overviewPage = () => import('./overview-page').then((file) => file.OverviewPage);

/** Fetches the front page's parts while the session is still being asked for; its route finds them here. */
export function fetchOverviewEarly(language: Language): void {
  void Promise.allSettled([files[language](), overviewPage()]);
}

/** The strategy page's own, so that the front page loads no more than it says. */
const strategyMessages = messagesOf('strategy-page', {
  nb: () => import('./strategy-page/messages/nb.json'),
  nn: () => import('./strategy-page/messages/nn.json'),
  en: () => import('./strategy-page/messages/en.json'),
});

export const followUpRoutes: Routes = [
  {
    path: 'oversikt',
    title: 'follow-up.overview.title',
    canActivate: [allowed('follow-up.read')],
    resolve: { messages },
    loadComponent: overviewPage,
  },
  {
    path: 'planen/:plan/:code',
    title: 'strategy-page.title',
    canActivate: [allowed('plan.read')],
    canDeactivate: [unsavedChanges],
    resolve: { messages: strategyMessages, finding: findingMessages },
    loadComponent: () => import('./strategy-page/strategy-page').then((file) => file.StrategyPage),
  },
];
