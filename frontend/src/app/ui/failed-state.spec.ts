import { TestBed } from '@angular/core/testing';
import { render } from '../../testing/render';
import { allByRole, byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { ProblemError } from '../platform/http/problem-error';
import { FailedState } from './failed-state';

const problem = (status: number, code: string) =>
  new ProblemError({ type: 'x', title: 'x', status, code, requestId: 'r-17' });

describe('FailedState', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTexts()] }));

  it('says what went wrong and what was kept, with the number that finds it in the logs', async () => {
    await render(FailedState, { error: problem(503, 'no-such-code'), kept: 'Utkastet er lagret.' });
    const text = textOf(byRole('alert'));
    expect(text).toContain('Tjenesten svarer ikke akkurat nå.');
    expect(text).toContain('Utkastet er lagret.');
    expect(text).toContain('r-17');
  });

  it('offers to try again', async () => {
    const tries: unknown[] = [];
    await render(FailedState, { error: problem(500, 'unexpected') }, { retry: () => tries.push(1) });
    byRole('button', 'Prøv igjen').click();
    expect(tries.length).toBe(1);
  });

  for (const status of [403, 404])
    it(`does not offer to try again what ${status} says will not change`, async () => {
      await render(FailedState, { error: problem(status, 'x') });
      expect(allByRole('button')).toEqual([]);
    });
});
