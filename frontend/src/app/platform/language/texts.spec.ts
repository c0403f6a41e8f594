import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../../../testing/texts';
import { Texts } from './texts';

const plans = {
  nb: () => Promise.resolve({ default: { count: '{count, plural, one {# strategi} other {# strategier}}' } }),
  nn: () => Promise.resolve({ default: { count: '{count, plural, one {# strategi} other {# strategiar}}' } }),
  en: () => Promise.resolve({ default: { count: '{count, plural, one {# strategy} other {# strategies}}' } }),
};

describe('Texts', () => {
  let texts: Texts;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts({ plans })] });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    texts = TestBed.inject(Texts);
  });

  it('chooses the plural of the language, and groups thousands', () => {
    expect(texts.text('plans.count', { count: 1 })).toBe('1 strategi');
    expect(texts.text('plans.count', { count: 1234 })).toBe('1\u00a0234 strategier');
  });

  it('changes language with everything that was loaded before', async () => {
    await texts.use('nn');
    expect(texts.text('plans.count', { count: 2 })).toBe('2 strategiar');
    expect(texts.text('words.light.red')).toBe('Raud');
    await texts.use('en');
    expect(texts.text('plans.count', { count: 2 })).toBe('2 strategies');
  });

  it('lays the municipality’s own words over its Norwegian, and leaves English', async () => {
    texts.overlay({ 'words.role.chief-executive': 'Rådmann' });
    expect(texts.text('words.role.chief-executive')).toBe('Rådmann');
    await texts.use('nn');
    expect(texts.text('words.role.chief-executive')).toBe('Rådmann');
    await texts.use('en');
    expect(texts.text('words.role.chief-executive')).toBe('Chief executive');
  });

  it('keeps the municipality’s words when a feature’s messages come later', async () => {
    texts.overlay({ 'projects.list.title': 'Prosjektene våre' });
    await texts.load('projects', {
      nb: () => Promise.resolve({ default: { list: { title: 'Prosjekter' } } }),
      nn: () => Promise.resolve({ default: { list: { title: 'Prosjekt' } } }),
      en: () => Promise.resolve({ default: { list: { title: 'Projects' } } }),
    });
    expect(texts.text('projects.list.title')).toBe('Prosjektene våre');
  });

  it('gives tags to whoever makes links of them, also when an argument has the same name', () => {
    texts.overlay({ 'plans.lacking': '<lacking>{lacking}</lacking> av {total}' });
    const parts = texts.parts('plans.lacking', { lacking: 3, total: 71 }, { lacking: (words) => ({ words }) });
    expect(parts).toEqual([{ words: '3' }, ' av 71']);
  });
});
