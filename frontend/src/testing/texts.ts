import { provideAppInitializer, type EnvironmentProviders, inject, type Provider } from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import type { Language } from '#shared';
import { IcuTranspiler } from '../app/platform/language/icu-transpiler';
import { Texts, type MessageFiles } from '../app/platform/language/texts';

const platform: MessageFiles = {
  nb: () => import('../app/platform/messages/nb.json'),
  nn: () => import('../app/platform/messages/nn.json'),
  en: () => import('../app/platform/messages/en.json'),
};

/** The interface's real texts, in bokmål unless told otherwise; await `TestBed.inject(ApplicationInitStatus).donePromise`. */
export function provideTexts(
  features: Record<string, MessageFiles> = {},
  language: Language = 'nb',
): (Provider | EnvironmentProviders)[] {
  return [
    provideTransloco({ config: { availableLangs: ['nb', 'nn', 'en'], defaultLang: 'nb', prodMode: true } }),
    provideTranslocoTranspiler(IcuTranspiler),
    provideAppInitializer(async () => {
      const texts = inject(Texts);
      texts.register('', platform);
      for (const [feature, files] of Object.entries(features)) texts.register(feature, files);
      await texts.use(language);
    }),
  ];
}
