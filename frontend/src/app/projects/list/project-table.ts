import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectList, ProjectSort } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { AmountPipe } from '../../ui/amount.pipe';
import { DatePipe, InstantPipe } from '../../ui/date.pipe';
import { Icon } from '../../ui/icon';
import { Light } from '../../ui/light';
import { screenNarrowerThan } from '../../ui/narrow';
import { type ColumnKey, type ProjectColumn, projectColumns } from './project-columns';

const always: readonly ProjectColumn[] = [
  { key: 'number', sort: 'number' },
  { key: 'name', sort: 'name' },
];

interface Head {
  readonly sort: string;
  readonly fallingFirst?: true;
}

/** The portfolio as a dense table with sums, or as cards where the screen has no room for columns. */
@Component({
  selector: 'app-project-table',
  imports: [AmountPipe, DatePipe, Icon, InstantPipe, Light, NgTemplateOutlet, RouterLink, TranslatePipe],
  templateUrl: './project-table.html',
  styleUrl: './project-table.scss',
})
export class ProjectTable {
  readonly list = input.required<ProjectList>();
  readonly columns = input.required<readonly ColumnKey[]>();
  readonly sort = input.required<ProjectSort>();
  readonly sorted = output<ProjectSort>();

  protected readonly cards = screenNarrowerThan(800);
  protected readonly shown = computed((): readonly ProjectColumn[] =>
    projectColumns.filter(({ key }) => this.columns().includes(key)),
  );
  protected readonly heads = computed((): readonly ProjectColumn[] => [...always, ...this.shown()]);
  protected readonly summed = computed(() => this.shown().flatMap(({ key, sum }) => (sum ? [{ key, sum }] : [])));
  /** Where some are examples and others not, each example is marked; where all are, one line under the list says so. */
  protected readonly examples = computed(() => {
    const marked = this.list().items.filter(({ example }) => example).length;
    return marked === 0 ? 'none' : marked === this.list().items.length ? 'all' : 'some';
  });
  /** Cells before the first sum, which the words of the foot may take. */
  protected readonly beforeSums = computed(() => always.length + this.shown().findIndex(({ sum }) => sum));
  protected readonly sortable = [...always, ...projectColumns].flatMap((column: ProjectColumn) =>
    column.sort ? [{ ...column, sort: column.sort }] : [],
  );

  protected direction(sort: string): 'ascending' | 'descending' | 'none' {
    if (this.sort() === sort) return 'ascending';
    return this.sort() === `-${sort}` ? 'descending' : 'none';
  }

  /** The first press gives the column's own best order, the next turns it. */
  protected press({ sort, fallingFirst }: Head): void {
    const now = this.direction(sort);
    const falling = now === 'none' ? fallingFirst === true : now === 'ascending';
    this.sorted.emit((falling ? `-${sort}` : sort) as ProjectSort);
  }

  protected sortByCard(sort: string): void {
    const column = this.sortable.find((each) => each.sort === sort);
    if (column) this.press(column);
  }
}
