import { httpResource } from '@angular/common/http';
import { booleanAttribute, Component, computed, input, model, output, signal, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import type { Person, PersonList, PersonRef } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { type Choice, Combobox } from '../../ui/combobox';

interface PersonChoice extends Choice {
  readonly person: PersonRef;
}

const pauseInTyping = 200;

/** A person of the municipality, found by part of the name or title; null when nobody. Stands in an `app-field`. */
@Component({
  selector: 'app-person-field',
  imports: [Combobox, TranslatePipe],
  template: `
    <app-combobox
      [words]="typed()"
      [choices]="choices()"
      [loading]="people.isLoading()"
      [inline]="inline()"
      [none]="(people.error() ? 'projects.person.failed' : 'projects.person.none') | t"
      (focusin)="wanted.set(true)"
      (typed)="find($event)"
      (choose)="choose($event)"
      (left)="touch.emit()"
    />
  `,
})
export class PersonField implements FormValueControl<PersonRef | null> {
  private readonly combobox = viewChild.required<Combobox<PersonChoice>>(Combobox);
  private readonly words = signal('');
  private pause: ReturnType<typeof setTimeout> | undefined;

  /** The list pushes what follows, as in a panel that scrolls. */
  readonly inline = input(false, { transform: booleanAttribute });
  readonly value = model<PersonRef | null>(null);
  readonly touch = output();

  protected readonly wanted = signal(false);
  protected readonly people = httpResource<PersonList>(() =>
    this.wanted() ? { url: '/api/people', params: { q: this.words(), size: 50 } } : undefined,
  );
  protected readonly choices = computed((): PersonChoice[] =>
    this.people.hasValue()
      ? this.people
          .value()
          .items.filter(({ active }) => active)
          .map(choiceOf)
      : [],
  );

  protected readonly typed = transformedValue<PersonRef | null, string>(this.value, {
    parse: (text) => {
      if (text.trim() === '') return { value: null };
      const current = this.value();
      if (current?.name === text) return { value: current };
      const named = this.choices().filter(({ text: name }) => name.toLowerCase() === text.trim().toLowerCase());
      return named.length === 1 ? { value: named[0]!.person } : { error: { kind: 'person-unknown' } };
    },
    format: (person) => person?.name ?? '',
  });

  focus(options?: FocusOptions): void {
    this.combobox().focus(options);
  }

  protected find(words: string): void {
    clearTimeout(this.pause);
    this.typed.set(words);
    this.pause = setTimeout(() => this.words.set(words.trim()), pauseInTyping);
  }

  protected choose({ person }: PersonChoice): void {
    clearTimeout(this.pause);
    this.value.set({ ...person }); // anew, so that what was typed halfway gives way also to the same person
    this.words.set('');
  }
}

function choiceOf({ id, name, title, sector }: Person): PersonChoice {
  const note = [title, sector?.name].filter(Boolean).join(', ');
  return { id, text: name, person: { id, name }, ...(note ? { note } : {}) };
}
