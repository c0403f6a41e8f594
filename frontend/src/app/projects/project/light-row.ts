import { Component, computed, input } from '@angular/core';
import type { Lights, TrafficLight } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Icon } from '../../ui/icon';
import { Light } from '../../ui/light';

type Trend = 'better' | 'same' | 'worse';

const dimensions = ['overall', 'progress', 'economy', 'quality', 'scope', 'risk'] as const;
const grave: Record<TrafficLight, number> = { green: 0, yellow: 1, red: 2 };

/** How a light has moved since the report before. */
export function trendOf(now: TrafficLight, before: TrafficLight): Trend {
  if (grave[now] === grave[before]) return 'same';
  return grave[now] > grave[before] ? 'worse' : 'better';
}

/** The six lights in one row, each with its trend since the report before where there is one. */
@Component({
  selector: 'app-light-row',
  imports: [Icon, Light, TranslatePipe],
  template: `
    <dl>
      @for (cell of cells(); track cell.dimension) {
        <div [class.overall]="cell.dimension === 'overall'">
          <dt>{{ 'words.dimension.' + cell.dimension | t }}</dt>
          <dd>
            <app-light [light]="cell.light" />
            @if (cell.trend) {
              <span class="trend" [class]="cell.trend">
                <app-icon [name]="cell.trend" />
                {{ 'projects.project.trend.' + cell.trend | t: { before: cell.before } }}
              </span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './light-row.scss',
})
export class LightRow {
  readonly lights = input.required<Lights>();
  readonly before = input<Lights | null>(null);

  protected readonly cells = computed(() => {
    const lights = this.lights();
    const earlier = this.before();
    return dimensions.map((dimension) => {
      const light = lights[dimension];
      const before = earlier?.[dimension];
      return { dimension, light, before: before ?? '', trend: before ? trendOf(light, before) : null };
    });
  });
}
