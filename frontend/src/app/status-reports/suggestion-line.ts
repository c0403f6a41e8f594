import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { explainSuggestion, type LightSuggestion, type TrafficLight } from '#shared';
import { LanguageChoice } from '../platform/language/language';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Light } from '../ui/light';

/** What dates or money suggest for a light, and why. With `offer` the light can be taken from here. */
@Component({
  selector: 'app-suggestion-line',
  imports: [Light, TranslatePipe],
  host: { '[class.agrees]': 'agrees()' },
  template: `
    <p>
      <app-light aria-hidden="true" [light]="suggestion().light" quiet />
      {{ 'status-reports.suggestion.' + (agrees() ? 'agrees' : 'differs') | t: { light: suggestion().light } }}
      {{ reason() }}
    </p>
    @if (offer() && !agrees()) {
      <button type="button" class="button" (click)="take.emit(suggestion().light)">
        {{ 'status-reports.suggestion.take.' + suggestion().dimension | t: { light: suggestion().light } }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
      font-size: var(--text-small);
    }
    :host(.agrees) p {
      color: var(--ink-muted);
    }
    app-light {
      font-size: 12px;
    }
  `,
})
export class SuggestionLine {
  private readonly language = inject(LanguageChoice);

  readonly suggestion = input.required<LightSuggestion>();
  readonly chosen = input.required<TrafficLight | null>();
  readonly offer = input(false, { transform: booleanAttribute });
  readonly take = output<TrafficLight>();

  protected readonly agrees = computed(() => this.chosen() === this.suggestion().light);
  protected readonly reason = computed(() => explainSuggestion(this.suggestion(), this.language.current()));
}
