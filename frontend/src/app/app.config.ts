import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  DOCUMENT,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { routes } from './app.routes';
import { fetchOverviewEarly } from './follow-up/follow-up.routes';
import { provideRouterInTime } from './platform/as-of/router-in-time';
import { apiInterceptor } from './platform/http/api.interceptor';
import { IcuTranspiler } from './platform/language/icu-transpiler';
import { LanguageChoice, languages } from './platform/language/language';
import { Texts } from './platform/language/texts';
import { Municipality } from './platform/municipality';
import { PageTitle } from './platform/page-title';
import { Session } from './platform/session';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([apiInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideRouterInTime(),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: { availableLangs: [...languages], defaultLang: 'nb', prodMode: !isDevMode() },
    }),
    provideTranslocoTranspiler(IcuTranspiler),
    provideAppInitializer(start),
  ],
};

/**
 * The shell's messages come first. Who is signed in, and the front page where that was asked for, are fetched beside
 * them; the municipality's words follow when the API answers, and nothing waits for them.
 */
async function start(): Promise<void> {
  const texts = inject(Texts);
  const language = inject(LanguageChoice);
  const municipality = inject(Municipality);
  const session = inject(Session);
  const { pathname } = inject(DOCUMENT).location;
  // The route's guard asks again, and tells the person, when this fails.
  session.load().catch(() => null);
  if (pathname === '/' || pathname === '/oversikt') fetchOverviewEarly(language.current());
  texts.register('', {
    nb: () => import('./platform/messages/nb.json'),
    nn: () => import('./platform/messages/nn.json'),
    en: () => import('./platform/messages/en.json'),
  });
  await language.start();
  void municipality.load();
}
