/**
 * Where to go after signing in: a path of ours, or the front page. `//host`, `/\host`, other addresses and what hides
 * in encoding are not paths of ours.
 */
export function returnPath(asked: string | null | undefined): string {
  if (!asked || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return '/oversikt';
  const address = new URL(asked, 'https://ours.invalid');
  if (address.origin !== 'https://ours.invalid' || /^\/[/\\]/.test(decoded(address.pathname))) return '/oversikt';
  if (address.pathname === '/logg-inn') return '/oversikt';
  return address.pathname + address.search + address.hash;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '//';
  }
}
