import { Component } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

@Component({
  selector: 'app-submit-status-report-page',
  imports: [TranslatePipe],
  template: `<h1 tabindex="-1">{{ 'status-reports.submit.title' | t }}</h1>`,
})
export class SubmitStatusReportPage {}
