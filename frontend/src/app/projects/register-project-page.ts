import { Component } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

@Component({
  selector: 'app-register-project-page',
  imports: [TranslatePipe],
  template: `<h1 tabindex="-1">{{ 'projects.register.title' | t }}</h1>`,
})
export class RegisterProjectPage {}
