import { weaknessOf } from './weak-password.js';

const kari = { name: 'Kari Nordmann', email: 'k.nordmann@gjovik.test' };

describe('a password', () => {
  const areGuessed = async (passwords: string[], code: string | null) => {
    for (const password of passwords)
      expect(await weaknessOf(password, kari))
        .withContext(password)
        .toBe(code as never);
  };

  it('is too common when many use it, or when it is a word or two with numbers about', async () => {
    await areGuessed(
      [
        'qwerty123456',
        '1q2w3e4r5t6y',
        'Password1234!',
        'P@ssw0rd2026',
        'Sommerferie2026!',
        'passordpassord',
        'Gjøvik-kommune1',
        'aaaaaaaaaaaa',
        '123456789012',
        'abcdefghijkl',
        '12.12.1987 12',
        'planspor-demo',
        'administrator1',
      ],
      'password-too-common',
    );
  });

  it('is too common when most of it is one character again and again', () =>
    areGuessed(['abcabcabcabc', 'xyxyxyxyxyxy'], 'password-too-common'));

  it('is like its owner when it holds her name or her address', () =>
    areGuessed(['Nordmann på tur i fjellet', 'min.k.nordmann.kode', 'kariNORDMANN87'], 'password-like-name'));

  it('is good as a phrase, or as characters by chance', () =>
    areGuessed(
      ['gul sykkel uten bremser', 'Tre hester og en kaffekopp', 'xK9#fQ2m!vLp', 'correct horse battery staple'],
      null,
    ));
});
