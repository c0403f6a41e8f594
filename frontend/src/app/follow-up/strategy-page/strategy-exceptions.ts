import { Component, input } from '@angular/core';
import type { ExceptionView } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DatePipe } from '../../ui/date.pipe';
import { Icon } from '../../ui/icon';

/** What was decided instead of follow-up: why, by whom, in which case, and how long it holds. */
@Component({
  selector: 'app-strategy-exceptions',
  imports: [DatePipe, Icon, TranslatePipe],
  template: `
    <ul class="plain-list">
      @for (exception of exceptions(); track $index) {
        <li class="keep-together" [class.over]="!exception.valid">
          <p class="line">
            <span class="type"><app-icon name="excepted" /> {{ 'words.exception.' + exception.type | t }}</span
            >&ngsp;
            <span class="small" [class.soon]="exception.endsSoon">{{
              (exception.endsSoon
                ? 'strategy-page.exceptions.ends-soon'
                : exception.valid
                  ? 'strategy-page.exceptions.valid-to'
                  : 'strategy-page.exceptions.not-valid'
              ) | t: { date: (exception.validTo | date) }
            }}</span>
          </p>
          <p>{{ exception.reason }}</p>
          <p class="small muted">
            {{
              'strategy-page.exceptions.decided'
                | t
                  : {
                      by: exception.decidedBy ?? ('strategy-page.none' | t),
                      date: (exception.decidedOn | date),
                      number: exception.caseNumber ?? '–',
                      rules: exception.rules.join(', '),
                    }
            }}
          </p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
    }
    li {
      display: grid;
      gap: var(--space-1);
      padding: var(--space-3) var(--space-4);
      border-inline-start: 4px solid var(--excepted-fill);
      background: var(--excepted-ground);
      border-radius: var(--radius);
    }
    .over {
      border-color: var(--line-strong);
      background: none;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      align-items: baseline;
      max-width: none;
    }
    .type {
      font-weight: 650;
    }
    .soon {
      padding: 0 var(--space-2);
      border-radius: var(--radius);
      background: var(--weak-ground);
      color: var(--weak-ink);
      font-weight: 550;
    }
  `,
})
export class StrategyExceptions {
  readonly exceptions = input.required<readonly ExceptionView[]>();
}
