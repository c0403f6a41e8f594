import { deviceOf } from './device.js';

describe('a device', () => {
  it('is the kind of browser and machine, and nothing finer', () => {
    const known: [string, string, string][] = [
      [
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
        'edge',
        'windows',
      ],
      [
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
        'chrome',
        'windows',
      ],
      ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', 'firefox', 'linux'],
      [
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
        'safari',
        'macos',
      ],
      [
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
        'chrome',
        'ios',
      ],
      [
        'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
        'other',
        'android',
      ],
      ['curl/8.5.0', 'other', 'other'],
    ];
    for (const [userAgent, browser, machine] of known)
      expect(deviceOf(userAgent))
        .withContext(userAgent)
        .toEqual({ browser, machine } as never);
    expect(deviceOf(undefined)).toEqual({ browser: 'other', machine: 'other' });
  });
});
