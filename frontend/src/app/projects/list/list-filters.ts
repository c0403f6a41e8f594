import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { PersonList, PersonRef, ProjectList } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Dropdown } from '../../ui/dropdown';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Light } from '../../ui/light';
import { screenNarrowerThan } from '../../ui/narrow';
import { PlanTargetClient } from '../contributions/plan-target-client';
import { PlanTargetField } from '../contributions/plan-target-field';
import { PersonField } from '../form/person-field';
import {
  isFiltered,
  lightValues,
  type ListView,
  type Missing,
  missingValues,
  type SeveralFilter,
  severalFilters,
  unfiltered,
} from './list-view';

interface Option {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

const pauseInTyping = 300;

/** The filters over the list, with how many projects each choice would give. Says what the view should become. */
@Component({
  selector: 'app-list-filters',
  imports: [Dropdown, Field, Icon, Light, NgTemplateOutlet, PersonField, PlanTargetField, TranslatePipe],
  templateUrl: './list-filters.html',
  styleUrl: './list-filters.scss',
})
export class ListFilters {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly texts = inject(Texts);
  private pause: ReturnType<typeof setTimeout> | undefined;

  readonly view = input.required<ListView>();
  readonly facets = input<ProjectList['facets']>();
  /** People known from the rows, so that a manager in the address has a name. */
  readonly people = input<readonly PersonRef[]>([]);
  readonly changed = output<ListView>();

  protected readonly narrow = screenNarrowerThan(640);
  protected readonly lights = lightValues;
  protected readonly missing = missingValues;
  protected readonly filtered = computed(() => isFiltered(this.view()));
  protected readonly words = linkedSignal(() => this.view().q);
  protected readonly targets = inject(PlanTargetClient).targets();
  protected readonly person = signal<PersonRef | null>(null);

  protected readonly sectors = computed(() => this.options('sector', this.facets()?.sector ?? []));
  protected readonly phases = computed(() => this.options('phase', this.facets()?.phase ?? []));
  protected readonly lifecycles = computed(() =>
    this.options(
      'lifecycle',
      (this.facets()?.lifecycle ?? []).map(({ value, count }) => ({
        value,
        count,
        name: this.texts.text(`words.lifecycle.${value}`),
      })),
    ),
  );
  protected readonly panels = computed(() => [
    { filter: 'sector' as const, label: this.texts.text('projects.column.sector'), options: this.sectors() },
    { filter: 'phase' as const, label: this.texts.text('projects.column.phase'), options: this.phases() },
    { filter: 'lifecycle' as const, label: this.texts.text('projects.column.lifecycle'), options: this.lifecycles() },
  ]);
  protected readonly lightCounts = computed(
    () => new Map((this.facets()?.light ?? []).map(({ value, count }) => [value, count])),
  );

  /** Asked only when the address names somebody whom no row has. */
  private readonly directory = httpResource<PersonList>(() => {
    const known = new Set(this.people().map(({ id }) => id));
    const unknown = this.view().manager.some((id) => id.length === 36 && !known.has(id));
    return unknown ? { url: '/api/people', params: { size: 200 } } : undefined;
  });
  private readonly names = computed(() => {
    const people = [...this.people(), ...(this.directory.hasValue() ? this.directory.value().items : [])];
    return new Map(people.map(({ id, name }) => [id, name]));
  });

  /** Oneself and nobody can always be chosen, others once they are found. */
  protected readonly managers = computed(() => [
    { value: 'me', name: this.texts.text('projects.filter.manager-me') },
    { value: 'none', name: this.texts.text('projects.filter.manager-none') },
    ...this.view()
      .manager.filter((value) => value !== 'me' && value !== 'none')
      .map((value) => ({ value, name: this.names().get(value) ?? this.texts.text('projects.filter.somebody') })),
  ]);

  /** Choices made in a panel, shown so that each can be taken away. Lights and what is missing show themselves. */
  protected readonly chosen = computed(() =>
    severalFilters
      .filter((filter) => filter !== 'light')
      .flatMap((filter) => this.view()[filter].map((value) => ({ filter, value, name: this.nameOf(filter, value) }))),
  );

  /** The selection in words, for paper. */
  protected readonly inWords = computed(() => {
    const { q, light, missing, over } = this.view();
    return [
      ...(q ? [`«${q}»`] : []),
      ...light.map((value) => this.texts.text(`words.light.${value}`)),
      ...(missing ? [this.texts.text(`projects.filter.missing.${missing}`)] : []),
      ...(over ? [this.texts.text('projects.filter.over-frame')] : []),
      ...this.chosen().map(({ name }) => name),
    ].join('; ');
  });

  protected has(filter: SeveralFilter, value: string): boolean {
    return (this.view()[filter] as readonly string[]).includes(value);
  }

  protected toggle(filter: SeveralFilter, value: string): void {
    const before = this.view()[filter] as readonly string[];
    const after = this.has(filter, value) ? before.filter((each) => each !== value) : [...before, value];
    this.say({ ...this.view(), [filter]: after });
  }

  protected add(filter: SeveralFilter, value: string): void {
    if (!this.has(filter, value)) this.toggle(filter, value);
  }

  protected addManager(person: PersonRef | null): void {
    if (!person) return;
    this.person.set(null);
    this.add('manager', person.id);
  }

  protected toggleMissing(value: Missing): void {
    this.say({ ...this.view(), missing: this.view().missing === value ? null : value });
  }

  protected toggleOver(): void {
    this.say({ ...this.view(), over: this.view().over ? null : 'frame' });
  }

  protected find(words: string): void {
    clearTimeout(this.pause);
    this.words.set(words);
    this.pause = setTimeout(() => this.findNow(words), pauseInTyping);
  }

  protected findNow(words: string): void {
    clearTimeout(this.pause);
    if (words.trim() !== this.view().q) this.say({ ...this.view(), q: words.trim() });
  }

  protected remove(filter: SeveralFilter, value: string): void {
    this.toggle(filter, value);
    this.focusFirst();
  }

  protected clear(): void {
    clearTimeout(this.pause);
    this.words.set('');
    this.say(unfiltered(this.view()));
    this.focusFirst();
  }

  /** The button pressed goes away; the focus stays among the filters. */
  private focusFirst(): void {
    this.host.querySelector<HTMLElement>('input')?.focus();
  }

  private say(view: ListView): void {
    this.changed.emit({ ...view, page: 1 });
  }

  /** The choices with their counts, also one from the address that no project has. */
  private options(filter: SeveralFilter, known: readonly Option[]): readonly Option[] {
    const values = new Set(known.map(({ value }) => value));
    const unknown = (this.view()[filter] as readonly string[]).filter((value) => !values.has(value));
    return [...known, ...unknown.map((value) => ({ value, name: value, count: 0 }))];
  }

  private nameOf(filter: SeveralFilter, value: string): string {
    const options = { sector: this.sectors, phase: this.phases, lifecycle: this.lifecycles, manager: this.managers };
    const named = filter in options ? options[filter as keyof typeof options]() : [];
    const name = named.find((option) => option.value === value)?.name ?? value;
    return this.texts.text('projects.filter.chosen', {
      filter: this.texts.text(`projects.column.${columnOf[filter]}`),
      name,
    });
  }
}

/** What each filter is called, as the column it filters by. */
const columnOf: Record<SeveralFilter, string> = {
  light: 'light',
  sector: 'sector',
  phase: 'phase',
  lifecycle: 'lifecycle',
  strategy: 'strategies',
  manager: 'manager',
};
