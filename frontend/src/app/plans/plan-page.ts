import { Component } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

@Component({
  selector: 'app-plan-page',
  imports: [TranslatePipe],
  template: `<h1 tabindex="-1">{{ 'plans.plan.title' | t }}</h1>`,
})
export class PlanPage {}
