import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Icon } from './icon';

export interface Crumb {
  readonly text: string;
  readonly link: string | readonly string[];
  readonly query?: Record<string, string>;
  /** A code such as `BY-A1` is set apart from names. */
  readonly code?: boolean;
}

/** Where the page stands: the way up from it, not the page itself. */
@Component({
  selector: 'app-breadcrumb',
  imports: [RouterLink, Icon, TranslatePipe],
  template: `
    <nav [attr.aria-label]="'ui.breadcrumb' | t">
      <ol class="plain-list">
        @for (crumb of trail(); track crumb.text) {
          <li>
            <a [routerLink]="crumb.link" [queryParams]="crumb.query" [class.code]="crumb.code">{{ crumb.text }}</a>
            <app-icon name="within" />
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      font-size: var(--text-small);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      margin-inline-end: var(--space-1);
      color: var(--ink-muted);
    }
    a {
      color: inherit;
      padding-block: 2px;
    }
    app-icon {
      font-size: 10px;
    }
  `,
})
export class Breadcrumb {
  readonly trail = input.required<readonly Crumb[]>();
}
