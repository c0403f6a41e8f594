import { httpResource } from '@angular/common/http';
import { Component, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { DemoAccounts } from '#shared';
import { LanguageChoice, languages } from '../platform/language/language';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { returnPath } from '../platform/return-path';
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
  private readonly form = viewChild.required(SignInForm);

  /** The path the person was on the way to. */
  readonly til = input<string>();

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

  protected enter(): void {
    void this.router.navigateByUrl(returnPath(this.til()));
  }
}
