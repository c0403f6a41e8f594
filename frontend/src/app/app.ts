import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SignInAgain } from './identity/sign-in-again';
import { ColorSchemeChoice } from './platform/color-scheme';
import { Session } from './platform/session';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, SignInAgain],
  template: `
    <router-outlet />
    @defer (when session.expired()) {
      @if (session.expired()) {
        <app-sign-in-again />
      }
    }
  `,
})
export class App {
  protected readonly session = inject(Session);

  constructor() {
    inject(ColorSchemeChoice);
  }
}
