import { Component } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

@Component({
  selector: 'app-strategy-page',
  imports: [TranslatePipe],
  template: `<h1 tabindex="-1">{{ 'follow-up.strategy.title' | t }}</h1>`,
})
export class StrategyPage {}
