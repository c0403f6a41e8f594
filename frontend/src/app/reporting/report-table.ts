import { NgTemplateOutlet } from '@angular/common';
import { afterEveryRender, booleanAttribute, Component, ElementRef, inject, input } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { StackingTable } from '../ui/stacking-table';

const ofAmounts = [
  'count',
  'frame',
  'accounts-earlier',
  'original',
  'revised',
  'accounts',
  'deviation-year',
  'accounts-total',
  'forecast',
  'deviation-frame',
  'deviation-accounts',
  'change',
  'lacking-before',
  'lacking-now',
];

let tables = 0;

/**
 * The one shape of the report's tables: a caption that says what the table holds, and a head over each column. On a
 * phone a row is a card, each cell with its head's word; a `wide` table of figures stays a table and scrolls.
 */
@Component({
  selector: 'app-report-table',
  imports: [NgTemplateOutlet, StackingTable, TranslatePipe],
  template: `
    <ng-template #parts>
      <caption [id]="id">
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          @for (column of columns(); track column) {
            <th scope="col" [class]="column" [class.number]="isAmount(column)">
              {{ 'reporting.column.' + column | t: { year: '' + year(), before: '' + (year() - 1) } }}
            </th>
          }
        </tr>
      </thead>
      <ng-content />
    </ng-template>
    <div class="table-scroll" tabindex="0" role="region" [attr.aria-labelledby]="id">
      @if (wide()) {
        <table class="table wide">
          <ng-container [ngTemplateOutlet]="parts" />
        </table>
      } @else {
        <table class="table" appStacking>
          <ng-container [ngTemplateOutlet]="parts" />
        </table>
      }
    </div>
  `,
  styleUrl: './report-table.scss',
})
export class ReportTable {
  readonly caption = input.required<string>();
  /** Keys below `reporting.column`, from left to right. */
  readonly columns = input.required<readonly string[]>();
  readonly year = input(0);
  readonly wide = input(false, { transform: booleanAttribute });

  protected readonly id = `report-table-${++tables}`;

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterEveryRender({ write: () => labelCells(host) });
  }

  protected isAmount(column: string): boolean {
    return ofAmounts.includes(column);
  }
}

/** Gives each cell its head's word. Cells that span rows stand first in theirs, so columns are counted from the last. */
function labelCells(host: HTMLElement): void {
  const heads = [...host.querySelectorAll('thead th')].map((head) => head.textContent.trim());
  for (const row of host.querySelectorAll<HTMLTableRowElement>('.table-stacking :is(tbody, tfoot) tr')) {
    let column = heads.length;
    for (const cell of [...row.cells].toReversed()) {
      column -= cell.colSpan;
      if (cell.tagName === 'TD' && cell.colSpan === 1) cell.dataset['label'] = heads[column] ?? '';
    }
  }
}
