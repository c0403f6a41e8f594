import { readEnvironment } from './environment.js';

const database = { DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/c' };

describe('the environment', () => {
  it('needs only a database', () => {
    const environment = readEnvironment(database);
    expect(environment.port).toBe(3000);
    expect(environment.host).toBe('127.0.0.1');
    expect([environment.demo, environment.demoAccounts]).toEqual([true, true]);
    expect(environment.administrator).toBeNull();
  });

  it('opens the demonstration accounts only where nobody else can reach the server', () => {
    for (const HOST of ['127.0.0.1', 'localhost', '::1'])
      expect(readEnvironment({ ...database, HOST }).demoAccounts)
        .withContext(HOST)
        .toBeTrue();
    for (const HOST of ['0.0.0.0', '::', '192.0.2.7', 'planspor.kommune.example'])
      expect(readEnvironment({ ...database, HOST }).demoAccounts)
        .withContext(HOST)
        .toBeFalse();
    expect(readEnvironment({ ...database, PLANSPOR_DEMO: 'off' }).demoAccounts).toBeFalse();
  });

  it('stops the start with one sentence that names the bad value', () => {
    const sentences: [NodeJS.ProcessEnv, string][] = [
      [{}, 'DATABASE_URL mangler.'],
      [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL må begynne med postgres://.'],
      [{ ...database, DATABASE_OWNER_URL: 'host' }, 'DATABASE_OWNER_URL må begynne med postgres://.'],
      [{ ...database, PORT: 'abc' }, 'PORT må være et portnummer.'],
      [{ ...database, PORT: '80.5' }, 'PORT må være et portnummer.'],
      [{ ...database, PORT: '-1' }, 'PORT må være minst 0.'],
      [{ ...database, PORT: '65536' }, 'PORT må være høyst 65535.'],
      [{ ...database, DATABASE_POOL: '0' }, 'DATABASE_POOL må være minst 1.'],
      [{ ...database, DATABASE_POOL: 'mange' }, 'DATABASE_POOL må være et heltall fra 1 til 200.'],
      [{ ...database, PLANSPOR_DEMO: 'ja' }, 'PLANSPOR_DEMO må være on eller off.'],
      [{ ...database, PLANSPOR_LOG: 'debug' }, 'PLANSPOR_LOG må være silent, warn eller info.'],
      [{ ...database, PLANSPOR_PROXIES: 'min lastbalanserer' }, 'PLANSPOR_PROXIES må være adresser, skilt med komma.'],
      [
        { ...database, PLANSPOR_ADMIN_EMAIL: 'leder@kommune.example' },
        'PLANSPOR_ADMIN_EMAIL og PLANSPOR_ADMIN_PASSWORD må settes sammen.',
      ],
      [
        { ...database, PLANSPOR_ADMIN_EMAIL: 'leder', PLANSPOR_ADMIN_PASSWORD: 'et langt passord' },
        'PLANSPOR_ADMIN_EMAIL må være en e-postadresse.',
      ],
      [
        { ...database, PLANSPOR_ADMIN_EMAIL: 'leder@kommune.example', PLANSPOR_ADMIN_PASSWORD: 'elleve tegn' },
        'PLANSPOR_ADMIN_PASSWORD må ha minst 12 tegn.',
      ],
    ];
    for (const [variables, sentence] of sentences)
      expect(() => readEnvironment(variables))
        .withContext(sentence)
        .toThrowError(sentence);
  });

  it('takes proxies as addresses, networks and the names of kinds of networks', () => {
    for (const PLANSPOR_PROXIES of ['loopback', '10.0.0.0/8', 'uniquelocal, 192.0.2.1', 'fd00::/8,::1'])
      expect(readEnvironment({ ...database, PLANSPOR_PROXIES }).proxies).toBe(PLANSPOR_PROXIES);
  });
});
