import { DOCUMENT, inject, Service } from '@angular/core';

export type Preference = 'language' | 'scheme' | 'shortcuts' | 'project-columns';

/** What this person has chosen in this browser. Where storage is closed, choices last as long as the page. */
@Service()
export class Preferences {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly unsaved = new Map<Preference, string>();

  read(name: Preference): string | null {
    try {
      return this.window?.localStorage.getItem(`planspor.${name}`) ?? this.unsaved.get(name) ?? null;
    } catch {
      return this.unsaved.get(name) ?? null;
    }
  }

  write(name: Preference, value: string): void {
    this.unsaved.set(name, value);
    try {
      this.window?.localStorage.setItem(`planspor.${name}`, value);
    } catch {
      // A browser that refuses storage loses only the choice.
    }
  }
}
