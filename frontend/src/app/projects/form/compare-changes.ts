import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectView } from '#shared';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { InstantPipe } from '../../ui/date.pipe';
import { Icon } from '../../ui/icon';
import { draftWith, fieldsThatDiffer } from './merge-drafts';
import { wordsOf } from './draft-words';
import { type DraftField, draftLabels, draftOf, type ProjectDraft } from './project-draft';
import type { ProjectChoices } from './project-fields';

type Side = 'mine' | 'theirs';

/**
 * Two people changed the same project. Where only one of them touched a field, that change is taken; where both did, the
 * one who came second chooses.
 */
@Component({
  selector: 'app-compare-changes',
  imports: [Icon, InstantPipe, RouterLink, TranslatePipe],
  templateUrl: './compare-changes.html',
  styleUrl: './compare-changes.scss',
})
export class CompareChanges {
  private readonly texts = inject(Texts);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** As it was when this person began. */
  readonly base = input.required<ProjectView>();
  readonly mine = input.required<ProjectDraft>();
  /** As it is now. */
  readonly theirs = input.required<ProjectView>();
  readonly by = input<string | null>(null);
  readonly at = input<string | null>(null);
  readonly choices = input.required<ProjectChoices>();
  readonly chosen = output<ProjectDraft>();

  private readonly sides = signal<Partial<Record<DraftField, Side>>>({});
  private readonly before = computed(() => draftOf(this.base()));
  private readonly now = computed(() => draftOf(this.theirs()));
  private readonly differing = computed(() => fieldsThatDiffer(this.before(), this.mine(), this.now()));

  protected readonly conflicts = computed(() =>
    this.differing().both.map((field) => ({
      field,
      label: this.texts.text(draftLabels[field]),
      before: this.words(this.before(), field),
      mine: this.words(this.mine(), field),
      theirs: this.words(this.now(), field),
      side: this.sides()[field],
    })),
  );
  protected readonly onlyTheirs = computed(() => this.moves(this.differing().theirs, this.now()));
  protected readonly onlyMine = computed(() => this.moves(this.differing().mine, this.mine()));
  protected readonly asked = signal(false);
  protected readonly unchosen = computed(() => this.conflicts().filter(({ side }) => !side));

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected choose(field: DraftField, side: Side): void {
    this.sides.update((sides) => ({ ...sides, [field]: side }));
  }

  protected save(event: Event): void {
    event.preventDefault();
    const [first] = this.unchosen();
    if (first) {
      this.asked.set(true);
      this.host.querySelector<HTMLElement>(`input[name="side-${first.field}"]`)?.focus();
      return;
    }
    const fromMine = [
      ...this.differing().mine,
      ...this.differing().both.filter((field) => this.sides()[field] === 'mine'),
    ];
    this.chosen.emit(draftWith(this.now(), this.mine(), fromMine));
  }

  private moves(fields: readonly DraftField[], after: ProjectDraft) {
    return fields.map((field) => ({
      field,
      label: this.texts.text(draftLabels[field]),
      from: this.words(this.before(), field),
      to: this.words(after, field),
    }));
  }

  private words(draft: ProjectDraft, field: DraftField): string {
    return wordsOf(this.texts, this.choices(), draft, field);
  }
}
