import { Component, computed, input } from '@angular/core';
import type { ProjectView } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DatePipe, InstantPipe } from '../../ui/date.pipe';

/** What is registered on the project: description, phase, lifecycle with its reason, dates, place, case number, committee. */
@Component({
  selector: 'app-project-facts',
  imports: [DatePipe, InstantPipe, TranslatePipe],
  templateUrl: './project-facts.html',
  styleUrl: './project-facts.scss',
})
export class ProjectFacts {
  readonly project = input.required<ProjectView>();

  protected readonly paragraphs = computed(() =>
    this.project()
      .description.split(/\n+/)
      .filter((text) => text !== ''),
  );
  /** Reported only where it differs from the plan; the same date twice says nothing. */
  protected readonly forecastEnd = computed(() => {
    const { forecastEndsOn, endsOn, finishedOn } = this.project();
    return finishedOn === null && forecastEndsOn !== endsOn ? forecastEndsOn : null;
  });
}
