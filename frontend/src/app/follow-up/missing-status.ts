import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatDate, type Overview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';

const shown = 5;

/** Which projects have not reported for the last closed period, and who was to do it. */
@Component({
  selector: 'app-missing-status',
  imports: [RouterLink, TranslatePipe],
  templateUrl: './missing-status.html',
  styleUrl: './missing-status.scss',
})
export class MissingStatus {
  readonly status = input.required<Overview['missingStatus']>();

  protected readonly answer = computed(() => {
    const { period, owed, missing } = this.status();
    return period && { owed, missing, period: period.name, due: formatDate(period.dueOn) };
  });
  protected readonly first = computed(() => this.status().projects.slice(0, shown));
  protected readonly more = computed(() => this.status().missing > shown);
}
