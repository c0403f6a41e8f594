import { Component, computed, effect, type ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { AccountList, AccountView, SignInLink } from '#shared';
import { osloDate } from '#shared';
import { AsOf } from '../platform/as-of/as-of';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { Session } from '../platform/session';
import { Announcer } from '../ui/announcer';
import { DatePipe } from '../ui/date.pipe';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { ListPager } from '../ui/list-pager';
import { Notices } from '../ui/notices';
import { Skeleton } from '../ui/skeleton';
import { StackingTable } from '../ui/stacking-table';
import { AccountClient } from './account-client';
import { groups, peopleAddress, peopleQuestion, type PeopleView, readPeopleView, roles } from './people-view';
import { RegisterPersonDialog } from './register-person-dialog';
import { SignInLinkDialog } from './sign-in-link-dialog';

const pauseInTyping = 300;

/** Who may sign in, and what for. */
@Component({
  selector: 'app-people-page',
  imports: [
    DatePipe,
    EmptyState,
    FailedState,
    Icon,
    ListPager,
    RegisterPersonDialog,
    SignInLinkDialog,
    Skeleton,
    StackingTable,
    TranslatePipe,
  ],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly router = inject(Router);
  private readonly client = inject(AccountClient);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  private readonly municipality = inject(Municipality);
  private readonly asOf = inject(AsOf);
  private readonly results = viewChild.required<ElementRef<HTMLElement>>('results');
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private pause: ReturnType<typeof setTimeout> | undefined;

  protected readonly roles = roles;
  protected readonly groups = groups;
  protected readonly fields = ['name', 'email'] as const;
  protected readonly sectors = computed(() => this.municipality.facts()?.sectors ?? []);
  protected readonly view = computed(() => readPeopleView(this.params()));
  protected readonly words = linkedSignal(() => this.view().q);
  protected readonly list = this.client.list(computed(() => peopleQuestion(this.view())));
  /** What was shown stays while the next is fetched. */
  protected readonly shown = linkedSignal<AccountList | undefined, AccountList | undefined>({
    source: () => (this.list.hasValue() ? this.list.value() : undefined),
    computation: (fresh, before) => fresh ?? before?.value,
  });
  protected readonly filtered = computed(() => {
    const { q, role, sector, group } = this.view();
    return q !== '' || role !== null || sector !== '' || group !== null;
  });
  protected readonly mayChange = computed(() => this.session.may('people.change'));
  protected readonly registering = signal(false);
  protected readonly inviting = signal<{ person: AccountView; link: SignInLink } | null>(null);
  protected readonly making = signal<string | null>(null);

  /** The day the page speaks of: today, or the date it is shown as of. */
  private readonly day = computed(() => this.asOf.date() ?? osloDate(new Date()));

  constructor() {
    effect(() => this.leavePageThatIsNot());
    effect(() => this.announce());
  }

  /** Those that hold, and those to come; past ones belong to her history. */
  protected rolesOf({ roles: held }: AccountView) {
    return held
      .filter(({ validTo }) => validTo === null || validTo >= this.day())
      .map((role) => ({ ...role, begun: role.validFrom <= this.day() }));
  }

  protected show(change: Partial<PeopleView>, { replace = false } = {}): void {
    const queryParams = peopleAddress({ ...this.view(), page: 1, ...change });
    void this.router.navigate(['/administrasjon/personer'], { queryParams, replaceUrl: replace });
  }

  protected find(words: string): void {
    clearTimeout(this.pause);
    this.words.set(words);
    this.pause = setTimeout(() => this.findNow(words), pauseInTyping);
  }

  protected findNow(words: string): void {
    clearTimeout(this.pause);
    if (words.trim() !== this.view().q) this.show({ q: words.trim() }, { replace: this.view().q !== '' });
  }

  protected clear(): void {
    this.show({ q: '', role: null, sector: '', group: null });
    this.results().nativeElement.focus();
  }

  protected turnTo(page: number): void {
    this.show({ page });
    this.results().nativeElement.focus();
  }

  protected chooseRole(value: string): void {
    this.show({ role: roles.find((role) => role === value) ?? null });
  }

  protected sortedBy(field: 'name' | 'email'): 'ascending' | 'descending' | 'none' {
    const { sort } = this.view();
    if (sort === field) return 'ascending';
    return sort === `-${field}` ? 'descending' : 'none';
  }

  protected sort(field: 'name' | 'email'): void {
    this.show({ sort: this.view().sort === field ? `-${field}` : field });
  }

  protected registered(person: AccountView | null): void {
    this.registering.set(false);
    if (!person) return;
    this.list.reload();
    void this.invite(person);
  }

  /** A link is a secret that is shown once, so it is made when somebody is there to pass it on. */
  protected async invite(person: AccountView): Promise<void> {
    if (this.making()) return;
    this.making.set(person.id);
    try {
      this.inviting.set({ person, link: await this.client.makeSignInLink(person.id) });
    } catch (error) {
      this.notices.show(problemText(this.texts, problemErrorOf(error)), {
        label: this.texts.text('ui.retry'),
        run: () => void this.invite(person),
      });
    } finally {
      this.making.set(null);
    }
  }

  /** A link to page 9 of what has become 3 pages leads to the last. */
  private leavePageThatIsNot(): void {
    if (!this.list.hasValue()) return;
    const last = Math.max(1, Math.ceil(this.list.value().total / this.view().size));
    if (this.view().page > last) this.show({ page: last }, { replace: true });
  }

  private announced: string | undefined;
  private announce(): void {
    if (!this.list.hasValue()) return;
    const text = this.texts.text('administration.people.answer', { count: this.list.value().total });
    if (this.announced !== undefined && this.announced !== text) this.announcer.announce(text);
    this.announced = text;
  }
}
