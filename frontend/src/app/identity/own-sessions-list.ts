import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OwnSession } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Confirm } from '../ui/confirm';
import { InstantPipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Notices } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';

/** Where the person is signed in, and the way out of each place but this. */
@Component({
  selector: 'app-own-sessions-list',
  imports: [EmptyState, FailedState, InstantPipe, Skeleton, TranslatePipe],
  templateUrl: './own-sessions-list.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .sessions {
      display: grid;
      gap: var(--space-3);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: var(--space-3);
      padding-block-end: var(--space-3);
      border-block-end: 1px solid var(--line);
    }
    .device {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-2);
    }
  `,
})
export class OwnSessionsList {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);

  protected readonly sessions = httpResource<OwnSession[]>(() => '/api/sessions');
  protected readonly others = computed(
    () => this.sessions.hasValue() && this.sessions.value().some(({ current }) => !current),
  );
  protected readonly ending = signal(false);

  /** Reads again, as when a changed password has ended the others. */
  reload(): void {
    this.sessions.reload();
  }

  protected deviceOf({ browser, machine }: OwnSession): string {
    return this.texts.text('identity.my-side.device', {
      browser: this.texts.text(`identity.my-side.browser.${browser}`),
      machine: this.texts.text(`identity.my-side.machine.${machine}`),
    });
  }

  protected end({ id }: OwnSession): Promise<void> {
    return this.remove(`/api/sessions/${id}`, 'identity.my-side.sessions.ended');
  }

  protected async endOthers(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.texts.text('identity.my-side.sessions.ask'),
      text: this.texts.text('identity.my-side.sessions.ask-text'),
      confirm: this.texts.text('identity.my-side.sessions.end-others'),
      cancel: this.texts.text('identity.my-side.sessions.cancel'),
    });
    if (sure) await this.remove('/api/sessions', 'identity.my-side.sessions.others-ended');
  }

  private async remove(address: string, done: string): Promise<void> {
    if (this.ending()) return;
    this.ending.set(true);
    try {
      await firstValueFrom(this.http.delete(address));
      this.notices.show(this.texts.text(done));
    } catch (error) {
      this.notices.show(problemText(this.texts, problemErrorOf(error)));
    } finally {
      this.ending.set(false);
      this.sessions.reload();
    }
  }
}
