import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** What a row is about: a strategy or a project, its code before its name, and the way to its page. */
@Component({
  selector: 'th[appSubject]',
  imports: [RouterLink],
  template: `
    <a [routerLink]="link()">
      <span class="code">{{ code() }}</span>&ngsp;<span [attr.lang]="language()">{{ name() }}</span>
    </a>
    <ng-content />
  `,
  styles: `
    :host {
      min-width: 144px;
    }
    a {
      color: var(--ink);
      text-decoration-color: var(--line-strong);
    }
    @media print {
      :host {
        min-width: 0;
      }
    }
  `,
})
export class Subject {
  readonly code = input.required<string>();
  readonly name = input.required<string>();
  readonly link = input.required<readonly string[]>();
  /** Of the plan, where the name is the plan's wording. */
  readonly language = input<string>();
}
