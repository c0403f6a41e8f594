import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChild,
  ElementRef,
  inject,
  input,
  output,
  signal,
  type TemplateRef,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Control } from './field';

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** A code such as `BY-A1.3`, set apart before the text. */
  readonly code?: string;
  /** What tells it from others of the same name. */
  readonly note?: string;
}

let comboboxes = 0;

/**
 * Type to find, arrows to move, Enter to choose, Escape to close. Whoever uses it narrows the choices by the words typed.
 * Stands in an `app-field`. An `<ng-template #option let-choice>` shows a choice in its own way.
 */
@Component({
  selector: 'app-combobox',
  imports: [Control, NgTemplateOutlet, TranslatePipe],
  host: { '(focusout)': 'leave($event)', '[class.inline]': 'inline()' },
  templateUrl: './combobox.html',
  styleUrl: './combobox.scss',
})
export class Combobox<C extends Choice> {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private readonly opened = signal(false);

  readonly words = input.required<string>();
  readonly choices = input.required<readonly C[]>();
  /** The choices for the words are on their way. */
  readonly loading = input(false);
  /** What is said when nothing fits. */
  readonly none = input.required<string>();
  /** The list takes its place under the field and pushes what follows, as in a panel that scrolls. */
  readonly inline = input(false, { transform: booleanAttribute });

  readonly typed = output<string>();
  readonly choose = output<C>();
  readonly left = output();

  protected readonly option = contentChild<TemplateRef<{ $implicit: C }>>('option');
  protected readonly id = `combobox-${++comboboxes}`;
  protected readonly active = signal(-1);
  protected readonly open = computed(() => this.opened() && !this.loading());

  focus(options?: FocusOptions): void {
    this.input().nativeElement.focus(options);
  }

  protected type(words: string): void {
    this.active.set(-1);
    this.opened.set(true);
    this.typed.emit(words);
  }

  protected move(event: Event, step: 1 | -1): void {
    event.preventDefault();
    const count = this.choices().length;
    if (!this.opened()) this.opened.set(true);
    else if (count > 0) this.active.update((at) => (at < 0 && step < 0 ? count - 1 : (at + step + count) % count));
    this.showActive();
  }

  /** Enter chooses, and never sends the form around it while the list is open. */
  protected enter(event: Event): void {
    if (!this.open()) return;
    event.preventDefault();
    const choice = this.choices()[this.choices().length === 1 ? 0 : this.active()];
    if (choice) this.take(choice);
  }

  protected escape(event: Event): void {
    if (!this.opened()) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  protected take(choice: C): void {
    this.close();
    this.choose.emit(choice);
  }

  protected show(): void {
    this.opened.set(true);
  }

  protected leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.host.contains(relatedTarget)) return;
    this.close();
    this.left.emit();
  }

  private close(): void {
    this.opened.set(false);
    this.active.set(-1);
  }

  private showActive(): void {
    const option = this.host.ownerDocument.getElementById(`${this.id}-${this.active()}`);
    option?.scrollIntoView({ block: 'nearest' });
  }
}
