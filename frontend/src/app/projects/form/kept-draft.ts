import { DOCUMENT, inject, Service } from '@angular/core';
import { Session } from '../../platform/session';
import { emptyDraft, type ProjectDraft } from './project-draft';

const place = 'planspor.project-draft';

/** What this person has begun to register in this browser, so that a reload loses nothing. Nobody else gets to see it. */
@Service()
export class KeptDraft {
  private readonly storage = inject(DOCUMENT).defaultView;
  private readonly session = inject(Session);

  read(): ProjectDraft | null {
    try {
      const kept = JSON.parse(this.storage?.localStorage.getItem(place) ?? 'null') as {
        account: string;
        draft: ProjectDraft;
      } | null;
      return kept && kept.account === this.account() ? { ...emptyDraft, ...kept.draft } : null;
    } catch {
      return null; // Storage is closed, or holds what an older version wrote.
    }
  }

  keep(draft: ProjectDraft): void {
    try {
      this.storage?.localStorage.setItem(place, JSON.stringify({ account: this.account(), draft }));
    } catch {
      // A browser that refuses storage still has the form itself.
    }
  }

  forget(): void {
    try {
      this.storage?.localStorage.removeItem(place);
    } catch {
      // Nothing was kept.
    }
  }

  private account(): string | undefined {
    return this.session.current()?.account.id;
  }
}
