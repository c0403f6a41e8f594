import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Light } from '../ui/light';
import { VerdictBadge } from '../ui/verdict-badge';
import { ReportTable } from './report-table';
import { Subject } from './subject';

/** One area of the plan: what it wants, and what became of each of its strategies. */
@Component({
  selector: 'app-area-chapter',
  imports: [Light, ReportTable, RouterLink, Subject, TranslatePipe, VerdictBadge],
  templateUrl: './area-chapter.html',
  styleUrl: './area-chapter.scss',
})
export class AreaChapter {
  readonly plan = input.required<CouncilOverview['plan']>();
  readonly area = input.required<CouncilOverview['areas'][number]>();

  protected readonly columns = ['strategy', 'status', 'projects', 'responsible', 'comment'];
}
