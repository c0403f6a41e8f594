/** What `look` finds, once it finds something; looked for during two seconds. */
export async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Nothing came of ${look.toString()}`);
}
