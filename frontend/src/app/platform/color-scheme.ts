import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { Preferences } from './preferences';

export type ColorScheme = 'auto' | 'light' | 'dark';
export const colorSchemes: readonly ColorScheme[] = ['auto', 'light', 'dark'];

/** Light, dark, or as the machine says. The style sheet reads `data-scheme` on the root. */
@Service()
export class ColorSchemeChoice {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly preferences = inject(Preferences);
  private readonly chosen = signal<ColorScheme>('auto');

  readonly current = this.chosen.asReadonly();

  constructor() {
    const kept = colorSchemes.find((scheme) => scheme === this.preferences.read('scheme'));
    this.show(kept ?? 'auto');
  }

  choose(scheme: ColorScheme): void {
    this.show(scheme);
    this.preferences.write('scheme', scheme);
  }

  private show(scheme: ColorScheme): void {
    this.chosen.set(scheme);
    this.root.dataset['scheme'] = scheme;
  }
}
