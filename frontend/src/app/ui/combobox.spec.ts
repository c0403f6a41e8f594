import { Component, computed, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { render } from '../../testing/render';
import { allByRole, byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { type Choice, Combobox } from './combobox';
import { Field } from './field';

@Component({
  imports: [Combobox, Field],
  template: `
    <form (submit)="sent.set(true)">
      <app-field label="Hvem">
        <app-combobox
          none="Ingen med det navnet"
          [words]="words()"
          [choices]="found()"
          (typed)="words.set($event)"
          (choose)="chosen.set($event)"
        />
      </app-field>
    </form>
  `,
})
class Finder {
  readonly words = signal('');
  readonly chosen = signal<Choice | null>(null);
  readonly sent = signal(false);
  readonly found = computed(() =>
    ['Kari', 'Kaja', 'Ola'].map((text) => ({ id: text, text })).filter(({ text }) => text.includes(this.words())),
  );
}

describe('Combobox', () => {
  let fixture: ComponentFixture<Finder>;
  const field = () => byRole('combobox', 'Hvem') as HTMLInputElement;
  const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    fixture = await render(Finder);
  });

  async function press(key: string): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    field().dispatchEvent(event);
    await fixture.whenStable();
    return event;
  }

  async function typeWords(words: string): Promise<void> {
    field().focus();
    field().value = words;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
  }

  it('is closed until one types or asks for it', async () => {
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await typeWords('Ka');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(allByRole('option').map(textOf)).toEqual(['Kari', 'Kaja']);
    expect(textOf(byRole('status'))).toBe('2 valg. Bruk piltastene.');
  });

  it('moves with the arrows, round from the last to the first, and says which is meant', async () => {
    await typeWords('Ka');
    await press('ArrowDown');
    expect(textOf(active())).toBe('Kari');
    await press('ArrowDown');
    expect(textOf(active())).toBe('Kaja');
    await press('ArrowDown');
    expect(textOf(active())).toBe('Kari');
    await press('ArrowUp');
    expect(textOf(active())).toBe('Kaja');
  });

  it('chooses with Enter, and does not send the form', async () => {
    await typeWords('Ka');
    await press('ArrowDown');
    const enter = await press('Enter');
    expect(enter.defaultPrevented).toBeTrue();
    expect(fixture.componentInstance.chosen()?.id).toBe('Kari');
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('takes the only one left without moving to it', async () => {
    await typeWords('Ol');
    await press('Enter');
    expect(fixture.componentInstance.chosen()?.id).toBe('Ola');
  });

  it('chooses nothing with Enter when there are several and none is meant', async () => {
    await typeWords('Ka');
    await press('Enter');
    expect(fixture.componentInstance.chosen()).toBeNull();
  });

  it('closes on Escape without letting it close what is around', async () => {
    await typeWords('Ka');
    const escape = await press('Escape');
    expect(escape.defaultPrevented).toBeTrue();
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect((await press('Escape')).defaultPrevented).toBeFalse();
  });

  it('chooses by a click', async () => {
    await typeWords('Ka');
    byRole('option', 'Kaja').click();
    await fixture.whenStable();
    expect(fixture.componentInstance.chosen()?.id).toBe('Kaja');
  });

  it('says so when nothing fits', async () => {
    await typeWords('Per');
    expect(allByRole('option')).toEqual([]);
    expect(textOf(byRole('status'))).toBe('Ingen med det navnet');
  });
});
