import { TestBed } from '@angular/core/testing';
import type { ActivatedRouteSnapshot, RouterStateSnapshot } from '@angular/router';
import { render } from '../../testing/render';
import { byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { ConfirmDialog } from './confirm-dialog';
import { type HasUnsavedChanges, unsavedChanges } from './unsaved-changes';

const leave = (page: HasUnsavedChanges) =>
  TestBed.runInInjectionContext(() =>
    unsavedChanges(page, {} as ActivatedRouteSnapshot, {} as RouterStateSnapshot, {} as RouterStateSnapshot),
  );

describe('unsavedChanges', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTexts()] }));

  it('lets go a page where nothing would be lost', () => {
    expect(leave({ hasUnsavedChanges: () => false })).toBeTrue();
  });

  for (const [button, leaves] of [
    ['Bli på siden', false],
    ['Forkast endringene', true],
  ] as const)
    it(`asks first, and «${button}» ${leaves ? 'leaves' : 'stays'}`, async () => {
      const fixture = await render(ConfirmDialog);
      const answer = leave({ hasUnsavedChanges: () => true });
      await fixture.whenStable();
      expect(textOf(byRole('alertdialog', 'Forlate siden uten å lagre?'))).toContain('ikke lagret og blir borte');
      byRole('button', button).click();
      expect(await answer).toBe(leaves);
    });
});
