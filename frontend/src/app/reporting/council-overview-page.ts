import { Component } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

@Component({
  selector: 'app-council-overview-page',
  imports: [TranslatePipe],
  template: `<h1 tabindex="-1">{{ 'reporting.council.title' | t }}</h1>`,
})
export class CouncilOverviewPage {}
