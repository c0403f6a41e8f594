import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { DemoAccounts } from '#shared';
import { LanguageChoice, languages } from '../platform/language/language';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { Texts } from '../platform/language/texts';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { returnPath } from '../platform/return-path';
import { Session } from '../platform/session';
import { SignInForm } from './sign-in-form';

type DemoAccount = DemoAccounts['accounts'][number];

/** The way in. In demonstration mode the roles are offered to choose from. */
@Component({
  selector: 'app-sign-in-page',
  imports: [SignInForm, TranslatePipe],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly form = viewChild.required(SignInForm);

  /** The path the person was on the way to. */
  readonly til = input<string>();
  /** The token of a one-time link: of an invitation, or the one printed for the first administrator. */
  readonly lenke = input<string>();
  protected readonly linkRefusal = signal<string | null>(null);

  protected readonly municipality = inject(Municipality);
  protected readonly language = inject(LanguageChoice);
  protected readonly languages = languages;
  protected readonly demo = httpResource<DemoAccounts>(() => '/api/session/demo-accounts');

  protected choose({ email }: DemoAccount, { password }: DemoAccounts): void {
    this.form().fill({ email, password });
    void this.form().signIn();
  }

  /** Name and sector, as people know them; the API names the sector by its code. */
  protected described({ name, sector }: DemoAccount): string {
    const known = this.municipality.facts()?.sectors.find(({ code }) => code === sector);
    return known ? `${name}, ${known.name}` : name;
  }

  /** Asked for by a press, not by opening the page: a program that looks at links must not use it up. */
  protected async useLink(token: string): Promise<void> {
    try {
      await this.session.signInByLink(token);
      // the link is used up: without a password there is no way in next time
      void this.router.navigateByUrl('/min-side');
    } catch (error) {
      this.linkRefusal.set(problemText(this.texts, problemErrorOf(error)));
    }
  }

  protected enter(): void {
    void this.router.navigateByUrl(returnPath(this.til()));
  }
}
