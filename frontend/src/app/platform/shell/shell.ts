import { Component, computed, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { Permission } from '#shared';
import { Announcer } from '../../ui/announcer';
import { Confirm } from '../../ui/confirm';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DatePipe } from '../../ui/date.pipe';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icons';
import { NoticeLine } from '../../ui/notice-line';
import { AsOf } from '../as-of/as-of';
import { AsOfDialog } from '../as-of/as-of-dialog';
import { RouterInTime } from '../as-of/router-in-time';
import { LanguageChoice } from '../language/language';
import { Texts } from '../language/texts';
import { TranslatePipe } from '../language/translate.pipe';
import { Municipality } from '../municipality';
import { Session } from '../session';
import { Shortcuts } from '../shortcuts';
import { PageFocus } from './page-focus';
import { PersonMenu } from './person-menu';
import { SearchField } from './search-field';
import { ShortcutsDialog } from './shortcuts-dialog';

interface Entry {
  readonly path: string;
  readonly icon: IconName;
  readonly text: string;
  readonly needs: Permission;
  /** Not for the narrow rail and the bar of a phone, which have no room for it; the person menu has it there. */
  readonly beside?: boolean;
}

const entries: readonly Entry[] = [
  { path: '/oversikt', icon: 'overview', text: 'shell.nav.overview', needs: 'follow-up.read' },
  { path: '/planen', icon: 'plan', text: 'shell.nav.plan', needs: 'plan.read' },
  { path: '/prosjekter', icon: 'projects', text: 'shell.nav.projects', needs: 'project.read' },
  { path: '/kommunestyret', icon: 'reports', text: 'shell.nav.reports', needs: 'reporting.read' },
  {
    path: '/administrasjon',
    icon: 'person',
    text: 'shell.nav.administration',
    needs: 'administration.read',
    beside: true,
  },
];

/** What stands around every page: where one is in the municipality, and the way to everything else. */
@Component({
  selector: 'app-shell',
  imports: [
    AsOfDialog,
    ConfirmDialog,
    DatePipe,
    EmptyState,
    Icon,
    NoticeLine,
    PersonMenu,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SearchField,
    ShortcutsDialog,
    TranslatePipe,
  ],
  host: { '[class.in-the-past]': 'asOf.given() !== null', '(document:keydown)': 'shortcuts.handle($event)' },
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(RouterInTime);
  private readonly texts = inject(Texts);
  private readonly municipality = inject(Municipality);
  private readonly facts = this.municipality.facts;
  protected readonly asOf = inject(AsOf);
  private readonly language = inject(LanguageChoice);
  protected readonly asOfWords = computed(() => this.asOf.words(this.language.current()));
  protected readonly historyFrom = this.municipality.historyFrom;
  protected readonly session = inject(Session);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly announcer = inject(Announcer);
  protected readonly confirm = inject(Confirm);

  protected readonly entries = computed(() => entries.filter(({ needs }) => this.session.may(needs)));
  protected readonly place = computed(() => this.facts()?.name ?? '');
  protected readonly demo = computed(() => this.session.demo());
  protected readonly accessibilityStatement = computed(() => this.facts()?.accessibilityStatementUrl ?? null);

  protected readonly choosingDate = signal(false);
  /** Why there is no page as of the date in the address. */
  protected readonly nothingToShow = computed(() => {
    const [date, from] = [this.asOf.date(), this.historyFrom()];
    return this.asOf.mistake() ?? (date !== null && from !== null && date < from ? 'before-history' : null);
  });

  constructor() {
    inject(PageFocus);
    this.tellWhichDate();
  }

  protected showToday(): void {
    void this.router.show(null);
  }

  /** Tells those who do not see the line under the top bar that another date is shown. */
  private tellWhichDate(): void {
    let told: string | null = null;
    effect(() => {
      const given = this.asOf.given();
      if (given === told) return;
      told = given;
      const date = untracked(this.asOfWords);
      this.announcer.announce(
        given === null
          ? this.texts.text('shell.as-of.told-today')
          : `${this.texts.text('shell.as-of.shown', { date })} ${this.texts.text('shell.as-of.read-only')}`,
      );
    });
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    const main = this.document.querySelector<HTMLElement>('main');
    main?.focus();
    main?.scrollIntoView();
  }
}
