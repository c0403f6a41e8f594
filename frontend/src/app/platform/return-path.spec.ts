import { returnPath } from './return-path';

describe('returnPath', () => {
  for (const path of ['/oversikt', '/prosjekter?light=red&sort=-name', '/planen/langtidsplan-2018/BY-A1#hvorfor'])
    it(`goes back to ${path}`, () => {
      expect(returnPath(path)).toBe(path);
    });

  for (const path of [
    undefined,
    '',
    'oversikt',
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '\\\\example.org',
    '/%2fexample.org',
    '/%5Cexample.org',
    '/\t/example.org',
    '/\n/example.org',
    'javascript:alert(1)',
    '/%',
    '/logg-inn?til=/logg-inn',
  ])
    it(`goes to the front page instead of ${JSON.stringify(path)}`, () => {
      expect(returnPath(path)).toBe('/oversikt');
    });
});
