import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

const roles: Record<string, string> = { TR: 'row', TD: 'cell' };

/**
 * A table whose rows are cards on a phone, each cell with its head's word (`data-label`). Styles that stack rows would
 * take the table from those who hear it, so its parts say aloud what they are.
 */
@Directive({ selector: 'table[appStacking]', host: { class: 'table-stacking', role: 'table' } })
export class StackingTable {
  constructor() {
    const table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;
    afterEveryRender({
      write: () => {
        for (const part of table.querySelectorAll('thead, tbody, tfoot, tr, th, td'))
          if (!part.hasAttribute('role')) part.setAttribute('role', roleOf(part));
      },
    });
  }
}

function roleOf(part: Element): string {
  if (part.tagName !== 'TH') return roles[part.tagName] ?? 'rowgroup';
  return part.getAttribute('scope')?.startsWith('row') ? 'rowheader' : 'columnheader';
}
