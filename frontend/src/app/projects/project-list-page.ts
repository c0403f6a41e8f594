import { Component } from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';

@Component({
  selector: 'app-project-list-page',
  imports: [TranslatePipe],
  template: `<h1 tabindex="-1">{{ 'projects.list.title' | t }}</h1>`,
})
export class ProjectListPage {}
