import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { Permission } from '#shared';
import { Announcer } from '../../ui/announcer';
import { Confirm } from '../../ui/confirm';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icons';
import { NoticeLine } from '../../ui/notice-line';
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
}

const entries: readonly Entry[] = [
  { path: '/oversikt', icon: 'overview', text: 'shell.nav.overview', needs: 'follow-up.read' },
  { path: '/planen', icon: 'plan', text: 'shell.nav.plan', needs: 'plan.read' },
  { path: '/prosjekter', icon: 'projects', text: 'shell.nav.projects', needs: 'project.read' },
  { path: '/kommunestyret', icon: 'reports', text: 'shell.nav.reports', needs: 'reporting.read' },
];

/** What stands around every page: where one is in the municipality, and the way to everything else. */
@Component({
  selector: 'app-shell',
  imports: [
    ConfirmDialog,
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
  host: { '(document:keydown)': 'shortcuts.handle($event)' },
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly facts = inject(Municipality).facts;
  protected readonly session = inject(Session);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly announcer = inject(Announcer);
  protected readonly confirm = inject(Confirm);

  protected readonly entries = computed(() => entries.filter(({ needs }) => this.session.may(needs)));
  protected readonly place = computed(() => this.facts()?.name ?? '');
  protected readonly demo = computed(() => this.session.demo());
  protected readonly accessibilityStatement = computed(() => this.facts()?.accessibilityStatementUrl ?? null);

  constructor() {
    inject(PageFocus);
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    const main = this.document.querySelector<HTMLElement>('main');
    main?.focus();
    main?.scrollIntoView();
  }
}
