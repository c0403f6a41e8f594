import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import type { SessionView } from '#shared';
import { provideTexts } from '../../../testing/texts';
import { LanguageChoice } from '../language/language';
import { Session } from '../session';
import { apiInterceptor } from './api.interceptor';
import { ProblemError } from './problem-error';

const notSignedIn = { status: 401, statusText: 'Unauthorized' };
const account = (id: string) => ({ account: { id }, permissions: [] }) as unknown as SessionView;
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('apiInterceptor', () => {
  let http: HttpClient;
  let api: HttpTestingController;
  let session: Session;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideTexts(), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
    });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    http = TestBed.inject(HttpClient);
    api = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });

  afterEach(() => api.verify());

  async function signedInAs(id: string): Promise<void> {
    const loaded = session.load();
    api.expectOne('/api/session').flush(account(id));
    await loaded;
  }

  it('says which language the person reads', async () => {
    await TestBed.inject(LanguageChoice).choose('nn');
    const answer = firstValueFrom(http.get('/api/plans'));
    const { request } = api.expectOne('/api/plans');
    expect(request.headers.get('Accept-Language')).toBe('nn');
    api.match(() => true);
    void answer.catch(() => null);
    await TestBed.inject(LanguageChoice).choose('nb');
  });

  it('tells a refusal by its code and fields', async () => {
    const answer = firstValueFrom(http.post('/api/projects', {}));
    const fields = [{ path: 'name', code: 'required', message: 'Required' }];
    api
      .expectOne('/api/projects')
      .flush({ type: 'x', title: 'x', status: 400, code: 'invalid-input', fields }, { status: 400, statusText: 'Bad' });
    const error = await answer.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).code).toBe('invalid-input');
    expect((error as ProblemError).fields).toEqual(fields);
  });

  it('tells that there is no contact', async () => {
    const answer = firstValueFrom(http.get('/api/plans'));
    api.expectOne('/api/plans').error(new ProgressEvent('error'));
    const error = await answer.catch((reason: unknown) => reason);
    expect((error as ProblemError).code).toBe('no-contact');
  });

  it('asks for a new sign-in over the page, and then sends the same again', async () => {
    await signedInAs('a');
    const answer = firstValueFrom(http.patch('/api/projects/2026-014', { name: 'Huntonarmen' }));
    api.expectOne('/api/projects/2026-014').flush(null, notSignedIn);
    expect(session.expired()).toBeTrue();

    const again = session.signIn({ email: 'a', password: 'b' });
    api.expectOne((request) => request.method === 'POST').flush(account('a'));
    await again;
    await settled();
    const repeated = api.expectOne('/api/projects/2026-014');
    expect(repeated.request.body).toEqual({ name: 'Huntonarmen' });
    repeated.flush({ saved: true });
    expect(await answer).toEqual({ saved: true });
    expect(session.expired()).toBeFalse();
  });

  it('does not send one person’s writing as another', async () => {
    await signedInAs('a');
    const answer = firstValueFrom(http.patch('/api/projects/2026-014', {}));
    api.expectOne('/api/projects/2026-014').flush(null, notSignedIn);
    const again = session.signIn({ email: 'b', password: 'b' });
    api.expectOne((request) => request.method === 'POST').flush(account('b'));
    await again;
    const error = await answer.catch((reason: unknown) => reason);
    expect((error as ProblemError).code).toBe('not-signed-in');
  });

  it('tells a wrong password as it is, without asking again', async () => {
    const answer = session.signIn({ email: 'a', password: 'wrong' });
    api.expectOne('/api/session').flush({ type: 'x', title: 'x', status: 401, code: 'wrong-credentials' }, notSignedIn);
    const error = await answer.catch((reason: unknown) => reason);
    expect((error as ProblemError).code).toBe('wrong-credentials');
    expect(session.expired()).toBeFalse();
  });
});
