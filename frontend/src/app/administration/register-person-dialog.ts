import { Component, computed, inject, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, validateTree } from '@angular/forms/signals';
import { type AccountView, type LocalDate, osloDate, RegisterAccount, type Role, scopeOfRole } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { Municipality } from '../platform/municipality';
import { DateInput } from '../ui/date-input';
import { Control, Field } from '../ui/field';
import { mistakesOf } from '../ui/form-mistakes';
import { RecordWrite } from '../ui/record-write';
import { mistakesBy } from '../ui/schema-mistakes';
import { WriteDialog } from '../ui/write-dialog';
import { AccountClient } from './account-client';
import { roles } from './people-view';

interface PersonDraft {
  name: string;
  email: string;
  title: string;
  guest: boolean;
  role: { role: Role | ''; sector: string; validFrom: LocalDate | null; validTo: LocalDate | null };
}

/** Registers a person with a first role; a guest is from outside the municipality and leads projects for a time. */
@Component({
  selector: 'app-register-person-dialog',
  imports: [Control, DateInput, Field, FormField, TranslatePipe, WriteDialog],
  providers: [RecordWrite],
  template: `
    <app-write-dialog
      [heading]="'administration.people.register' | t"
      [submitText]="'administration.people.save' | t"
      [saving]="entry().submitting()"
      [changed]="entry().dirty()"
      [refusal]="write.refusal()"
      (save)="save()"
      (dismissed)="closed.emit(null)"
    >
      <app-field [label]="'administration.people.name' | t" [control]="entry.name">
        <input appControl autocomplete="off" [formField]="entry.name" />
      </app-field>
      <app-field [label]="'administration.people.email' | t" [control]="entry.email">
        <input appControl type="email" autocomplete="off" [formField]="entry.email" />
      </app-field>
      <app-field [label]="'administration.people.position' | t" optional [control]="entry.title">
        <input appControl autocomplete="off" [formField]="entry.title" />
      </app-field>
      <label class="guest">
        <input type="checkbox" [formField]="entry.guest" /> {{ 'administration.people.guest-explained' | t }}
      </label>
      <app-field
        [label]="'administration.people.role' | t"
        [optional]="!entry.guest().value()"
        [control]="entry.role.role"
      >
        <select appControl [formField]="entry.role.role">
          <option value="">{{ 'administration.people.no-role' | t }}</option>
          @for (role of roles; track role) {
            <option [value]="role">{{ 'words.role.' + role | t }}</option>
          }
        </select>
      </app-field>
      @if (entry.role.role().value()) {
        @if (hasSector()) {
          <app-field
            [label]="'administration.people.sector' | t"
            [optional]="!needsSector()"
            [control]="entry.role.sector"
          >
            <select appControl [formField]="entry.role.sector">
              <option value="">–</option>
              @for (sector of sectors(); track sector.code) {
                <option [value]="sector.code">{{ sector.name }}</option>
              }
            </select>
          </app-field>
        }
        <app-field [label]="'administration.people.valid-from' | t" [control]="entry.role.validFrom">
          <app-date-input [formField]="entry.role.validFrom" />
        </app-field>
        <app-field
          [label]="'administration.people.valid-to' | t"
          [optional]="!entry.guest().value()"
          [control]="entry.role.validTo"
        >
          <app-date-input [formField]="entry.role.validTo" />
        </app-field>
      }
    </app-write-dialog>
  `,
  styles: `
    .guest {
      display: flex;
      gap: var(--space-2);
      align-items: baseline;
    }
  `,
})
export class RegisterPersonDialog {
  private readonly client = inject(AccountClient);
  private readonly municipality = inject(Municipality);
  protected readonly write = inject<RecordWrite<AccountView>>(RecordWrite);

  /** The person as registered; null when nothing was. */
  readonly closed = output<AccountView | null>();

  protected readonly roles = roles;
  protected readonly sectors = computed(() => this.municipality.facts()?.sectors ?? []);
  private readonly draft = signal<PersonDraft>({
    ...{ name: '', email: '', title: '', guest: false },
    role: { role: '', sector: '', validFrom: osloDate(new Date()), validTo: null },
  });
  private readonly scope = computed(() => {
    const { role } = this.draft().role;
    return role === '' ? null : scopeOfRole[role];
  });
  protected readonly needsSector = computed(() => this.scope() === 'sector');
  protected readonly hasSector = computed(() => this.scope() !== null && this.scope() !== 'municipality');
  private readonly asSent = computed(() => {
    const { role, ...person } = this.draft();
    const sector = this.hasSector() && role.sector !== '' ? role.sector : null;
    return { ...person, role: role.role === '' ? null : { ...role, sector } };
  });
  protected readonly entry: FieldTree<PersonDraft> = form(this.draft, (path) => {
    validateTree(path, () => mistakesOf(this.entry as FieldTree<unknown>, mistakesBy(RegisterAccount, this.asSent())));
  });

  protected async save(): Promise<void> {
    const saved = await this.write.save(this.entry, 0, (_version, intent) =>
      this.client.register(RegisterAccount.parse(this.asSent()), intent),
    );
    if (saved) this.closed.emit(saved);
  }
}
