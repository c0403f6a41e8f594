import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview, PhaseCategory } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Light } from '../ui/light';
import { LinkedSentence } from '../ui/linked-sentence';

const phaseOrder: readonly PhaseCategory[] = ['idea', 'concept', 'planning', 'execution', 'closing', 'realisation'];
const lightOrder = ['red', 'yellow', 'green'] as const;

/** Projects by phase and light, one small figure a sector, all on the same scale; as a table for those who ask. */
@Component({
  selector: 'app-sector-figure',
  imports: [Light, LinkedSentence, RouterLink, TranslatePipe],
  templateUrl: './sector-figure.html',
  styleUrl: './sector-figure.scss',
})
export class SectorFigure {
  readonly projects = input.required<Overview['projects']>();
  /** How deep the heading stands in the page that shows it. */
  readonly level = input<2 | 3>(2);

  protected readonly lightOrder = lightOrder;
  protected readonly phases = phaseOrder;
  protected readonly headline = computed(() => {
    const { total, lights } = this.projects();
    return {
      values: { total, red: lights.red, yellow: lights.yellow, none: lights.none },
      links: {
        all: { link: '/prosjekter' },
        red: { link: '/prosjekter', query: { light: 'red' } },
        yellow: { link: '/prosjekter', query: { light: 'yellow' } },
        none: { link: '/prosjekter', query: { light: 'none' } },
      },
    };
  });
  protected readonly sectors = computed(() =>
    this.projects()
      .sectors.filter(({ total }) => total > 0)
      .map((sector) => ({
        ...sector,
        phases: phaseOrder.map((category) => ({ category, count: countOf(sector.phases, category) })),
      }))
      .toSorted((a, b) => b.total - a.total),
  );
  /** The longest bar of any sector. */
  protected readonly scale = computed(() =>
    Math.max(1, ...this.sectors().flatMap(({ phases }) => phases.map(({ count }) => count))),
  );
}

function countOf(phases: readonly { category: PhaseCategory; count: number }[], category: PhaseCategory): number {
  return phases.find((phase) => phase.category === category)?.count ?? 0;
}
