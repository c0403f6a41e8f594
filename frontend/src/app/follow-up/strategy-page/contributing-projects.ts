import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyPage } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { DatePipe } from '../../ui/date.pipe';
import { Icon } from '../../ui/icon';
import { Light } from '../../ui/light';
import { StackingTable } from '../../ui/stacking-table';
import { whyNotCounting } from './project-counting';

/** The projects linked to a strategy: how each stands, whether it counts and why not, and how it contributes. */
@Component({
  selector: 'app-contributing-projects',
  imports: [DatePipe, Icon, Light, RouterLink, StackingTable, TranslatePipe],
  templateUrl: './contributing-projects.html',
  styleUrl: './contributing-projects.scss',
})
export class ContributingProjects {
  readonly strategy = input.required<StrategyPage>();

  protected readonly rows = computed(() =>
    this.strategy().projects.map((project) => ({
      ...project,
      whyNot: whyNotCounting(project, this.strategy().evaluatedOn),
    })),
  );
}
