import { afterNextRender, Component, type ElementRef, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StatusReport } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { InstantPipe } from '../ui/date.pipe';
import { Light } from '../ui/light';

/** What was received, and the way back. */
@Component({
  selector: 'app-status-receipt',
  imports: [InstantPipe, Light, RouterLink, TranslatePipe],
  template: `
    <header class="page-head">
      <h1 #heading tabindex="-1">{{ 'status-reports.receipt.heading' | t }}</h1>
      <p class="answer">
        {{
          'status-reports.receipt.answer'
            | t
              : {
                  project: name(),
                  period: report().period?.name ?? 'none',
                  at: (report().submittedAt | instant),
                  unchanged: report().unchanged ? 'yes' : 'no',
                }
        }}
      </p>
    </header>
    <dl>
      @for (dimension of shown; track dimension) {
        <div>
          <dt>{{ 'words.dimension.' + dimension | t }}</dt>
          <dd><app-light [light]="report()[dimension]" /></dd>
        </div>
      }
    </dl>
    <p class="muted">{{ 'status-reports.receipt.stands' | t }}</p>
    <div class="button-row">
      <a class="button button-primary" [routerLink]="['/prosjekter', number()]">
        {{ 'status-reports.receipt.to-project' | t }}
      </a>
      <a class="button" routerLink="/prosjekter" [queryParams]="{ manager: 'me' }">
        {{ 'status-reports.receipt.to-mine' | t }}
      </a>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(144px, 1fr));
      gap: var(--space-3) var(--space-4);
      max-width: 640px;
    }
    dt {
      font-size: var(--text-small);
      color: var(--ink-muted);
    }
    dd {
      margin: 0;
    }
  `,
})
export class StatusReceipt {
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly report = input.required<StatusReport>();
  readonly number = input.required<string>();
  readonly name = input.required<string>();

  protected readonly shown = ['overall', 'progress', 'economy', 'quality', 'scope', 'risk'] as const;

  constructor() {
    afterNextRender(() => {
      this.heading().nativeElement.focus();
      this.heading().nativeElement.scrollIntoView({ block: 'center' });
    });
  }
}
