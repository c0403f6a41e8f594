import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Shortcuts } from './shortcuts';

describe('Shortcuts', () => {
  let shortcuts: Shortcuts;
  let went: string[];

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    shortcuts = TestBed.inject(Shortcuts);
    shortcuts.switch(true);
    went = [];
    spyOn(TestBed.inject(Router), 'navigateByUrl').and.callFake((url) => {
      went.push(url.toString());
      return Promise.resolve(true);
    });
  });

  const press = (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...more });
    Object.defineProperty(event, 'target', { value: target });
    shortcuts.handle(event);
    return event;
  };

  for (const [key, path] of [
    ['o', '/oversikt'],
    ['l', '/planen'],
    ['p', '/prosjekter'],
  ] as const)
    it(`goes to ${path} with g ${key}`, () => {
      press('g');
      press(key);
      expect(went).toEqual([path]);
    });

  it('needs the g', () => {
    press('o');
    expect(went).toEqual([]);
  });

  it('shows the keys with ?', () => {
    press('?');
    expect(shortcuts.helpOpen()).toBeTrue();
  });

  it('makes a new one as the page says, until the page is gone', () => {
    let made = 0;
    const takeBack = shortcuts.onNew(() => made++);
    press('n');
    takeBack();
    press('n');
    expect(made).toBe(1);
  });

  it('is silent while typing, with a modifier, and when switched off', () => {
    press('?', document.createElement('input'));
    press('?', document.body, { ctrlKey: true });
    shortcuts.switch(false);
    press('?');
    expect(shortcuts.helpOpen()).toBeFalse();
  });

  afterEach(() => shortcuts.switch(true));
});
