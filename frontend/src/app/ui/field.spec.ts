import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required, validateStandardSchema } from '@angular/forms/signals';
import { LocalDate, Ore } from '#shared';
import * as z from 'zod';
import { render } from '../../testing/render';
import { allByRole, byLabel, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { DateInput } from './date-input';
import { Control, Field } from './field';
import { MoneyInput } from './money-input';

const Draft = z.object({ name: z.string().max(5, 'too-long'), forecast: Ore.nullable(), endsOn: LocalDate.nullable() });

@Component({
  imports: [Control, DateInput, Field, FormField, MoneyInput],
  template: `
    <app-field label="Navn" hint="Høyst fem tegn" [control]="entry.name">
      <input appControl [formField]="entry.name" />
    </app-field>
    <app-field label="Sluttprognose" optional [control]="entry.forecast">
      <app-money-input [formField]="entry.forecast" />
    </app-field>
    <app-field label="Ferdig" [control]="entry.endsOn"><app-date-input [formField]="entry.endsOn" /></app-field>
  `,
})
class ProjectForm {
  readonly draft = signal<{ name: string; forecast: number | null; endsOn: string | null }>({
    name: '',
    forecast: 4_750_000_000,
    endsOn: null,
  });
  readonly entry = form(this.draft, (entry) => {
    required(entry.name);
    validateStandardSchema(entry, Draft);
  });
}

describe('Field', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTexts()] }));

  it('ties label, hint and control together, and is silent until the field has been left', async () => {
    await render(ProjectForm);
    const control = byLabel('Navn');
    const hint = document.getElementById(control.getAttribute('aria-describedby')!);
    expect(textOf(hint)).toBe('Høyst fem tegn');
    expect(control.getAttribute('aria-invalid')).toBeNull();
  });

  it('says what is wrong once the field has been left, and describes the control by it', async () => {
    const fixture = await render(ProjectForm);
    type(byLabel('Navn'), 'Huntonarmen');
    await fixture.whenStable();
    const control = byLabel('Navn');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    const said = control
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => textOf(document.getElementById(id)));
    expect(said).toEqual(['Høyst fem tegn', 'Teksten er for lang.']);
  });

  it('says that a field must be filled in', async () => {
    const fixture = await render(ProjectForm);
    type(byLabel('Navn'), '');
    await fixture.whenStable();
    expect(textOf(fixture.nativeElement as Element)).toContain('Fyll ut feltet.');
  });

  it('marks what may be left empty', async () => {
    await render(ProjectForm);
    expect(byLabel(/^Sluttprognose \(valgfritt\)$/)).toBeTruthy();
  });
});

describe('MoneyInput', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTexts()] }));

  it('shows øre as kroner with no-break groups', async () => {
    await render(ProjectForm);
    expect(byLabel(/Sluttprognose/).value).toBe('47\u00a0500\u00a0000');
  });

  for (const [typed, ore, shown] of [
    ['1 234 567,89', 123_456_789, '1\u00a0234\u00a0567,89'],
    ['1\u00a0234\u00a0567,89', 123_456_789, '1\u00a0234\u00a0567,89'],
    ['\u22125000', -500_000, '\u22125\u00a0000'],
    ['-5000', -500_000, '\u22125\u00a0000'],
    ['48200000', 4_820_000_000, '48\u00a0200\u00a0000'],
    ['', null, ''],
  ] as const)
    it(`takes «${typed}» as ${ore} øre and writes it out`, async () => {
      const fixture = await render(ProjectForm);
      type(byLabel(/Sluttprognose/), typed);
      await fixture.whenStable();
      expect(fixture.componentInstance.draft().forecast).toBe(ore);
      expect(byLabel(/Sluttprognose/).value).toBe(shown);
    });

  it('refuses 1.234 with the reason, keeps what was typed, and leaves the amount as it was', async () => {
    const fixture = await render(ProjectForm);
    type(byLabel(/Sluttprognose/), '1.234');
    await fixture.whenStable();
    expect(fixture.componentInstance.draft().forecast).toBe(4_750_000_000);
    expect(byLabel(/Sluttprognose/).value).toBe('1.234');
    expect(textOf(fixture.nativeElement as Element)).toContain('Punktum kan bety både tusen og desimal.');
    expect(fixture.componentInstance.entry().invalid()).toBeTrue();
  });
});

describe('DateInput', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTexts()] }));

  for (const [typed, date, shown] of [
    ['1.3.2027', '2027-03-01', '01.03.2027'],
    ['30.06.27', '2027-06-30', '30.06.2027'],
    ['2027-06-30', '2027-06-30', '30.06.2027'],
  ] as const)
    it(`takes «${typed}» as a date and writes it out`, async () => {
      const fixture = await render(ProjectForm);
      type(byLabel('Ferdig'), typed);
      await fixture.whenStable();
      expect(fixture.componentInstance.draft().endsOn).toBe(date);
      expect(byLabel('Ferdig').value).toBe(shown);
    });

  it('refuses a day that is not in the calendar', async () => {
    const fixture = await render(ProjectForm);
    type(byLabel('Ferdig'), '31.02.2027');
    await fixture.whenStable();
    expect(fixture.componentInstance.draft().endsOn).toBeNull();
    expect(textOf(fixture.nativeElement as Element)).toContain('Dette er ingen dato.');
  });

  it('has a button for the calendar with a name', async () => {
    await render(ProjectForm);
    expect(allByRole('button', 'Velg dato').length).toBe(1);
  });
});
