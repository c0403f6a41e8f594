import { HttpHeaders, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { inputBinding, outputBinding, ApplicationInitStatus } from '@angular/core';
import type { PlanView } from '#shared';
import { plan } from '../../testing/plan';
import { allByRole, byLabel, byRole, textOf, type } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { apiInterceptor } from '../platform/http/api.interceptor';
import { ChangePlanDialog } from './change-plan-dialog';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};

describe('ChangePlanDialog', () => {
  let api: HttpTestingController;
  let fixture: ComponentFixture<ChangePlanDialog>;
  let shown: ReturnType<typeof signal<PlanView>>;
  let told: string[];

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideTexts({ plans: messages }),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    api = TestBed.inject(HttpTestingController);
    shown = signal(plan);
    told = [];
    fixture = TestBed.createComponent(ChangePlanDialog, {
      bindings: [
        inputBinding('plan', shown),
        inputBinding('read', () => new HttpHeaders({ ETag: '"v7"' })),
        outputBinding('stale', () => told.push('stale')),
        outputBinding('changed', () => told.push('changed')),
      ],
    });
    await fixture.whenStable();
  });

  const save = async (name = 'Lagre') => {
    byRole('button', name).click();
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('confirms the horizon as decided, with the version it was read at', async () => {
    const decided = byLabel('Datoen er vedtatt, ikke antatt');
    decided.click();
    type(byLabel(/^Saksnummer/), '18/1234');
    await save();
    const { request } = api.expectOne('/api/plans/langtidsplan-2018');
    expect(request.method).toBe('PATCH');
    expect(request.headers.get('If-Match')).toBe('"v7"');
    expect(request.body).toEqual({ horizonOn: '2030-12-31', horizonAssumed: false, caseNumber: '18/1234' });
  });

  it('sends nothing without a date, and says so', async () => {
    type(byLabel('Planen gjelder til'), '');
    await save();
    api.expectNone('/api/plans/langtidsplan-2018');
    expect(textOf(document.querySelector('app-field'))).toContain('Skriv en dato, for eksempel 31.12.2026.');
  });

  it('shows what the API refuses at its field', async () => {
    type(byLabel('Planen gjelder til'), '01.01.2018');
    await save();
    api.expectOne('/api/plans/langtidsplan-2018').flush(
      {
        type: '',
        title: '',
        status: 400,
        code: 'invalid-input',
        fields: [{ path: 'horizonOn', code: 'horizon-before-adoption', message: '' }],
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
    expect(textOf(document.querySelector('app-field'))).toContain(
      'Planen må gjelde lenger enn til dagen den ble vedtatt.',
    );
    expect(told).toEqual([]);
  });

  it('lays what others saved first beside what was typed, and keeps it', async () => {
    type(byLabel('Planen gjelder til'), '31.12.2029');
    await save();
    api
      .expectOne('/api/plans/langtidsplan-2018')
      .flush(
        { type: '', title: '', status: 412, code: 'version-conflict' },
        { status: 412, statusText: 'Precondition Failed' },
      );
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual(['stale']);
    shown.set({ ...plan, version: 8, horizonOn: '2032-12-31' });
    await fixture.whenStable();
    const [row] = allByRole('row', undefined, byRole('table')).filter((each) => textOf(each).startsWith('Planen'));
    expect([...row!.children].map(textOf)).toEqual(['Planen gjelder til', '31.12.2029', '31.12.2032']);
    expect(byLabel('Planen gjelder til').value).toBe('31.12.2029');
    expect(byRole('button', 'Lagre mitt likevel')).toBeTruthy();
  });
});
