import type { HttpTestingController } from '@angular/common/http/testing';

/** What the API answers, by the start of the address asked for; a number is a status it fails with. */
export type Answers = Record<string, object | number>;

/** Answers every call until the page shows what `until` finds. Gives the addresses asked for. */
export async function answerUntil(api: HttpTestingController, answers: Answers, until: string): Promise<string[]> {
  const asked: string[] = [];
  for (let tries = 0; tries < 200 && !document.querySelector(until); tries++) {
    asked.push(...answer(api, answers));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  if (!document.querySelector(until)) throw new Error(`${until} did not come`);
  return asked;
}

/** Answers what is asked until nothing has been asked for a while. */
export async function answerAll(api: HttpTestingController, answers: Answers): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet++) {
    if (answer(api, answers).length > 0) quiet = 0;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function answer(api: HttpTestingController, answers: Answers): string[] {
  return api
    .match(() => true)
    .filter(({ cancelled }) => !cancelled)
    .map((call) => {
      const [, body] =
        Object.entries(answers)
          .filter(([start]) => call.request.url.startsWith(start))
          .sort(([a], [b]) => b.length - a.length)[0] ?? [];
      if (body === undefined) throw new Error(`Nothing to answer ${call.request.url} with`);
      if (typeof body === 'object') call.flush(body, { headers: { ETag: '"v7"' } });
      else call.flush(problem(body), { status: body, statusText: 'Failed' });
      return call.request.urlWithParams;
    });
}

function problem(status: number): object {
  const code = status === 404 ? 'not-found' : 'unavailable';
  return { type: `urn:planspor:problem:${code}`, title: code, status, code };
}
