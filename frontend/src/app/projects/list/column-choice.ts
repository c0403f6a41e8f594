import { Component, input, output } from '@angular/core';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Dropdown } from '../../ui/dropdown';
import { type ColumnKey, isUsual, projectColumns, usualColumns } from './project-columns';

/** Which columns the list shows. */
@Component({
  selector: 'app-column-choice',
  imports: [Dropdown, TranslatePipe],
  template: `
    <app-dropdown icon="columns" [label]="'projects.list.columns' | t">
      <fieldset class="fieldset">
        <legend class="visually-hidden">{{ 'projects.list.columns' | t }}</legend>
        @for (column of all; track column.key) {
          <label>
            <input type="checkbox" [checked]="columns().includes(column.key)" (change)="toggle(column.key)" />
            {{ 'projects.column.' + column.key | t }}
          </label>
        }
        @if (!usual(columns())) {
          <button type="button" class="button" (click)="changed.emit(ofUsual)">
            {{ 'projects.list.usual-columns' | t }}
          </button>
        }
      </fieldset>
    </app-dropdown>
  `,
  styles: `
    .fieldset {
      gap: 0;
      font-size: var(--text-small);
    }
    label {
      display: flex;
      gap: var(--space-3);
      align-items: center;
      min-height: 36px;
      cursor: pointer;
    }
    .button {
      margin-top: var(--space-2);
    }
  `,
})
export class ColumnChoice {
  readonly columns = input.required<readonly ColumnKey[]>();
  readonly changed = output<readonly ColumnKey[]>();

  protected readonly all = projectColumns;
  protected readonly ofUsual = usualColumns;
  protected readonly usual = isUsual;

  /** In the table's own order. Without any the usual ones return: a list without columns says little. */
  protected toggle(key: ColumnKey): void {
    const wanted = this.columns().includes(key)
      ? this.columns().filter((each) => each !== key)
      : [...this.columns(), key];
    this.changed.emit(
      wanted.length > 0 ? projectColumns.map((each) => each.key).filter((each) => wanted.includes(each)) : usualColumns,
    );
  }
}
