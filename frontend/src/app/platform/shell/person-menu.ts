import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon';
import { screenNarrowerThan } from '../../ui/narrow';
import { Notices } from '../../ui/notices';
import { ColorSchemeChoice, colorSchemes } from '../color-scheme';
import { problemErrorOf } from '../http/problem-error';
import { problemText } from '../http/problem-text';
import { LanguageChoice, languages } from '../language/language';
import { Texts } from '../language/texts';
import { TranslatePipe } from '../language/translate.pipe';
import { Session } from '../session';
import { Shortcuts } from '../shortcuts';

/** Who is signed in, how she wants to read, and the way out. */
@Component({
  selector: 'app-person-menu',
  imports: [Icon, RouterLink, TranslatePipe],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
})
export class PersonMenu {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly language = inject(LanguageChoice);
  protected readonly scheme = inject(ColorSchemeChoice);
  protected readonly languages = languages;
  protected readonly schemes = colorSchemes;
  protected readonly narrow = screenNarrowerThan(1200);

  protected readonly roles = computed(() =>
    (this.session.current()?.account.roles ?? []).map((role) => this.texts.text(`words.role.${role}`)).join(', '),
  );
  protected readonly initials = computed(() => {
    const names = (this.session.current()?.account.name ?? '').split(/\s+/).filter((name) => /^\p{L}/u.test(name));
    return [names.at(0), names.length > 1 ? names.at(-1) : undefined].map((name) => name?.charAt(0) ?? '').join('');
  });

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/logg-inn');
    } catch (error) {
      this.notices.show(problemText(this.texts, problemErrorOf(error)));
    }
  }
}
