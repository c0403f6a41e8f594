import {
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { PersonRef, ProjectList, ProjectSort } from '#shared';
import { formatMillions } from '#shared';
import { problemErrorOf } from '../../platform/http/problem-error';
import { problemText } from '../../platform/http/problem-text';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Preferences } from '../../platform/preferences';
import { Session } from '../../platform/session';
import { Announcer } from '../../ui/announcer';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Icon } from '../../ui/icon';
import { LinkedSentence, type SentenceLink } from '../../ui/linked-sentence';
import { ListPager } from '../../ui/list-pager';
import { Notices } from '../../ui/notices';
import { Skeleton } from '../../ui/skeleton';
import { ProjectClient } from '../project-client';
import { ColumnChoice } from './column-choice';
import { ListFilters } from './list-filters';
import { addressOf, downloadOf, isFiltered, type ListView, questionOf, readView, unfiltered } from './list-view';
import { type ColumnKey, isUsual, readColumns, usualColumns } from './project-columns';
import { ProjectTable } from './project-table';
import { saveFile } from './save-file';

/** The portfolio: what needs a decision first, filtered, sorted and shared as the address says. */
@Component({
  selector: 'app-project-list-page',
  imports: [
    ColumnChoice,
    EmptyState,
    FailedState,
    Icon,
    LinkedSentence,
    ListFilters,
    ListPager,
    ProjectTable,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './project-list-page.html',
  styleUrl: './project-list-page.scss',
})
export class ProjectListPage {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly client = inject(ProjectClient);
  private readonly texts = inject(Texts);
  private readonly preferences = inject(Preferences);
  private readonly announcer = inject(Announcer);
  private readonly notices = inject(Notices);
  private readonly results = viewChild.required<ElementRef<HTMLElement>>('results');
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly view = computed(() => readView(this.params()));
  protected readonly list = this.client.list(computed(() => questionOf(this.view())));
  /** What was shown stays while the next is fetched, so that nothing jumps and no focus is lost. */
  protected readonly shown = linkedSignal<ProjectList | undefined, ProjectList | undefined>({
    source: () => (this.list.hasValue() ? this.list.value() : undefined),
    computation: (fresh, before) => fresh ?? before?.value,
  });
  protected readonly columns = computed(() => this.view().columns ?? usualColumns);
  protected readonly filtered = computed(() => isFiltered(this.view()));
  protected readonly mayRegister = computed(() => this.session.may('project.register'));
  protected readonly downloading = signal(false);

  protected readonly people = computed(() => {
    const managers = (this.shown()?.items ?? []).map(({ manager }) => manager);
    return managers.filter((manager): manager is PersonRef => manager !== null);
  });

  /** The page's answer: how many, how many of them red or silent, and how the money stands. */
  protected readonly answer = computed(() => {
    const { total, facets, sums } = this.shown()!;
    const light = new Map(facets.light.map(({ value, count }) => [value, count]));
    const deviation = sums.deviationOre;
    return {
      total,
      lights: this.view().light.length > 0 ? 'chosen' : 'all',
      redCount: light.get('red') ?? 0,
      silentCount: light.get('none') ?? 0,
      balance: deviation < 0 ? 'over' : deviation > 0 ? 'under' : 'even',
      amount: formatMillions(Math.abs(deviation)),
    };
  });
  protected readonly answerLinks = computed((): Record<string, SentenceLink> => {
    const to = (change: Partial<ListView>): SentenceLink => ({
      link: ['/prosjekter'],
      query: addressOf({ ...this.view(), page: 1, ...change }),
    });
    return {
      red: to({ light: ['red'] }),
      silent: to({ light: ['none'] }),
      money: to({ sort: 'deviation' }),
    };
  });

  protected readonly part = computed(() => {
    const { total, page, size, items } = this.shown()!;
    const from = (page - 1) * size + 1;
    return { from, to: from + items.length - 1, total };
  });

  constructor() {
    this.putOwnColumnsInAddress();
    effect(() => this.leavePageThatIsNot());
    effect(() => this.announce());
  }

  protected show(view: ListView, { replace = false } = {}): void {
    void this.router.navigate(['/prosjekter'], { queryParams: addressOf(view), replaceUrl: replace });
  }

  /** Letter by letter is one step back, not many. */
  protected filter(view: ListView): void {
    this.show(view, { replace: this.view().q !== '' && view.q !== this.view().q });
  }

  protected clear(): void {
    this.show(unfiltered(this.view()));
    this.results().nativeElement.focus();
  }

  protected sort(sort: ProjectSort): void {
    this.show({ ...this.view(), sort, page: 1 });
  }

  protected turnTo(page: number): void {
    this.show({ ...this.view(), page });
    this.results().nativeElement.focus();
    this.results().nativeElement.scrollIntoView();
  }

  protected resize(size: number): void {
    this.show({ ...this.view(), size, page: 1 });
  }

  protected chooseColumns(columns: readonly ColumnKey[]): void {
    this.preferences.write('project-columns', columns.join(','));
    this.show({ ...this.view(), columns }, { replace: true });
  }

  protected async download(): Promise<void> {
    if (this.downloading()) return;
    this.downloading.set(true);
    try {
      saveFile(this.document, await this.client.download(downloadOf(this.view())), 'prosjekter.csv');
    } catch (error) {
      this.notices.show(problemText(this.texts, problemErrorOf(error)), {
        label: this.texts.text('ui.retry'),
        run: () => void this.download(),
      });
    } finally {
      this.downloading.set(false);
    }
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** A person's own columns, unless the link she followed says which. */
  private putOwnColumnsInAddress(): void {
    const own = readColumns(this.preferences.read('project-columns'));
    const view = untracked(this.view);
    if (own && !isUsual(own) && !view.columns) this.show({ ...view, columns: own }, { replace: true });
  }

  /** A link to page 9 of what has become 3 pages leads to the last. */
  private leavePageThatIsNot(): void {
    if (!this.list.hasValue()) return;
    const { total, size } = this.list.value();
    const last = Math.max(1, Math.ceil(total / size));
    if (this.view().page > last) this.show({ ...this.view(), page: last }, { replace: true });
  }

  private announced: string | undefined;
  private announce(): void {
    if (!this.list.hasValue()) return;
    const text = this.texts.text('projects.list.announced', { count: this.list.value().total });
    if (this.announced !== undefined && this.announced !== text) this.announcer.announce(text);
    this.announced = text;
  }
}
