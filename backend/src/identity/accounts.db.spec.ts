import { type AccountList, type AccountView, type HistoryPage, type SignInLink, addDays, osloDate } from '#shared';
import { idOf, ifMatch, refusal } from '../../testing/projects.js';
import { type Answer, Client, type TestApplication, testApplication } from '../../testing/test-application.js';

const today = osloDate(new Date());
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);
const role = { role: 'project-manager', sector: 'oppvekst', validFrom: today, validTo: null };

let people = 0;
const newPerson = (fields: object = {}) => ({
  name: 'Kari Nordmann',
  email: `kari${++people}@eksempel.test`,
  title: 'Rådgiver',
  ...fields,
});

let application: TestApplication;
let administrator: Client;

async function register(fields: object = {}): Promise<AccountView> {
  const answer = await administrator.post<AccountView>('/api/accounts', newPerson(fields));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}
const read = async (id: string) => (await administrator.get<AccountView>(`/api/accounts/${id}`)).body;
const patch = (account: AccountView, body: object): Promise<Answer<AccountView>> =>
  administrator.patch<AccountView>(`/api/accounts/${account.id}`, body, ifMatch(account));
const list = async (query: string) => (await administrator.get<AccountList>(`/api/accounts?${query}`)).body;
const namesOf = ({ items }: AccountList) => items.map(({ name }) => name);
async function enterByLink(account: AccountView): Promise<Client> {
  const made = await administrator.post<SignInLink>(`/api/accounts/${account.id}/sign-in-link`);
  const entered = await application.nobody.post('/api/session/link', { token: made.body.token });
  if (entered.status !== 200) throw new Error(entered.text);
  return new Client(application.app, String(entered.headers['set-cookie']).split(';')[0]!);
}
const actions = () =>
  application.database.dataSource.query<{ action: string; actor: string }[]>(
    'select action, actor from change order by number desc limit 1',
  );

describe('people and roles', () => {
  beforeAll(async () => {
    application = await testApplication();
    administrator = await application.as('administrator');
  });

  it('are registered with a first role, and come in by a link that is shown once', async () => {
    const account = await register({ role });
    expect(account.roles.map(({ id: _, ...held }) => held)).toEqual([
      { role: 'project-manager', sector: { code: 'oppvekst', name: 'Oppvekst' }, validFrom: today, validTo: null },
    ]);
    expect([account.active, account.guest, account.title]).toEqual([true, false, 'Rådgiver']);
    expect((await actions())[0]).toEqual({ action: 'account.registered', actor: 'Administrator (eksempel)' });

    const kari = await enterByLink(account);
    expect((await actions())[0]!.action).toBe('account.link-made');
    expect((await kari.post('/api/projects', { name: 'Ny skole', sector: 'oppvekst', phase: 'ide' })).status).toBe(201);
  });

  it('withdraw an earlier link when a new one is made, and store neither', async () => {
    const account = await register();
    const make = () =>
      administrator.post<SignInLink>(`/api/accounts/${account.id}/sign-in-link`, undefined, {
        'idempotency-key': 'the-same-link',
      });
    const [first, second] = [await make(), await make()];
    expect(first.body.token).not.toBe(second.body.token);
    expect(refusal(await application.nobody.post('/api/session/link', { token: first.body.token }))).toEqual([
      401,
      'link-not-valid',
    ]);
    const stored = await application.database.dataSource.query<object[]>('select answer::text from idempotent_answer');
    expect(JSON.stringify(stored)).not.toContain(second.body.token);
    expect((await application.nobody.post('/api/session/link', { token: second.body.token })).status).toBe(200);
  });

  it('are found by name, e-mail, role, sector, activity and kind, sorted as Norwegians do, and paged', async () => {
    const given = { ...role, role: 'sector-director', sector: 'nav' };
    await register({ name: 'Åse Ås', title: 'Særmerke', role: given });
    await register({ name: 'Ære Æs', title: 'Særmerke', role: { ...given, sector: 'oppvekst' } });
    await register({ name: 'Øre Øs', title: 'Særmerke', role: { ...given, validFrom: tomorrow } });
    expect(namesOf(await list('q=særmerke'))).toEqual(['Ære Æs', 'Øre Øs', 'Åse Ås']);
    expect(namesOf(await list('q=særmerke&sort=-name'))).toEqual(['Åse Ås', 'Øre Øs', 'Ære Æs']);
    expect(namesOf(await list('q=særmerke&role=sector-director'))).toEqual(['Ære Æs', 'Åse Ås']);
    expect(namesOf(await list('q=særmerke&role=sector-director&sector=nav'))).toEqual(['Åse Ås']);
    const second = await list('q=særmerke&size=1&page=2');
    expect([second.total, ...namesOf(second)]).toEqual([3, 'Øre Øs']);
    expect((await list('q=særmerke&active=no')).total).toBe(0);
    expect((await list('q=særmerke&guest=no')).total).toBe(3);
  });

  it('have one account for one address, however it is typed', async () => {
    const account = await register({ email: 'Ola@Eksempel.test' });
    expect(refusal(await administrator.post('/api/accounts', newPerson({ email: 'ola@eksempel.TEST' })))).toEqual([
      400,
      'invalid-input',
      'email: email-taken',
    ]);
    expect((await patch(account, { email: 'ola@eksempel.test' })).status).toBe(200);
  });

  it('have a history in words: what was changed, and who made a link', async () => {
    const account = await register({ role, name: 'Kari Først' });
    await administrator.post(`/api/accounts/${account.id}/sign-in-link`);
    const renamed = await patch(await read(account.id), { name: 'Kari Etter' });
    await administrator.delete(`/api/accounts/${account.id}/roles/${account.roles[0]!.id}`, ifMatch(renamed.body));
    const { body } = await administrator.get<HistoryPage>(`/api/accounts/${account.id}/history`);
    expect(body.items.map(({ action, subject, event, label }) => [action, subject, event, label])).toEqual([
      ['role.ended', 'role_assignment', 'removed', 'project-manager Oppvekst'],
      ['account.changed', 'account', 'changed', null],
      ['account.link-made', 'account', 'changed', null],
      ['account.registered', 'account', 'created', null],
      ['account.registered', 'role_assignment', 'created', 'project-manager Oppvekst'],
    ]);
    expect(body.items[1]!.fields).toEqual([{ name: 'name', from: 'Kari Først', to: 'Kari Etter' }]);
    expect(body.items[2]!.fields).toEqual([]);
    expect(new Set(body.items.map(({ by }) => by))).toEqual(new Set(['Administrator (eksempel)']));
  });

  it('have an e-mail address without the space that was pasted around it', async () => {
    expect((await register({ email: ' berit@eksempel.test ' })).email).toBe('berit@eksempel.test');
    expect(refusal(await administrator.post('/api/accounts', newPerson({ email: ' berit ' })))).toEqual([
      400,
      'invalid-input',
      'email: email-invalid',
    ]);
  });

  it('leave and come back: signed out at once, unused links withdrawn, and what they did stays theirs', async () => {
    const account = await register({ role });
    const kari = await enterByLink(account);
    const unused = await administrator.post<SignInLink>(`/api/accounts/${account.id}/sign-in-link`);
    const left = await patch(await read(account.id), { active: false });
    expect([left.status, left.body.active, left.body.roles.length]).toEqual([200, false, 1]);
    expect((await actions())[0]!.action).toBe('account.deactivated');
    expect((await kari.get('/api/projects')).status).toBe(401);
    expect((await application.nobody.post('/api/session/link', { token: unused.body.token })).status).toBe(401);
    expect(refusal(await administrator.post(`/api/accounts/${account.id}/sign-in-link`))).toEqual([
      409,
      'person-has-left',
    ]);
    expect((await patch(left.body, { active: true })).body.active).toBeTrue();
    expect((await actions())[0]!.action).toBe('account.reactivated');
  });

  it('who change a person at the same time are told, and nothing is lost', async () => {
    const account = await register();
    expect((await patch(account, { name: 'Den første' })).status).toBe(200);
    const late = await patch(account, { name: 'Den andre' });
    expect(refusal(late)).toEqual([412, 'version-conflict']);
    expect((late.problem as unknown as { current: AccountView }).current.name).toBe('Den første');
    expect(refusal(await administrator.patch(`/api/accounts/${account.id}`, { name: 'Uten' }))).toEqual([
      428,
      'version-required',
    ]);
  });

  it('are given roles that agree with themselves', async () => {
    const account = await register({ role });
    const give = async (fields: object) =>
      refusal(await administrator.post(`/api/accounts/${account.id}/roles`, { ...role, ...fields }, ifMatch(account)));
    expect(await give({ role: 'sector-director', sector: null })).toEqual([
      400,
      'invalid-input',
      'sector: sector-required',
    ]);
    expect(await give({ role: 'controller' })).toEqual([400, 'invalid-input', 'sector: sector-not-for-role']);
    expect(await give({ validTo: yesterday })).toEqual([400, 'invalid-input', 'validTo: ends-before-start']);
    expect(await give({ sector: 'finnes-ikke' })).toEqual([400, 'invalid-input', 'sector: sector-unknown']);
    expect(await give({ validFrom: tomorrow })).toEqual([400, 'invalid-input', 'validFrom: role-held']);
  });

  it('hold a role from its first day to and including its last', async () => {
    let account = await register({ role: { ...role, validFrom: yesterday, validTo: today } });
    const kari = await enterByLink(account);
    expect((await kari.get('/api/projects')).status).toBe(200);
    const url = () => `/api/accounts/${account.id}/roles/${account.roles[0]!.id}`;
    const times = (validFrom: string, validTo: string) => ({ validFrom, validTo });
    account = (
      await administrator.put<AccountView>(url(), times(yesterday, yesterday), ifMatch(await read(account.id)))
    ).body;
    expect((await kari.get('/api/projects')).status)
      .withContext('signed out with the role')
      .toBe(401);
    expect((await (await enterByLink(account)).get('/api/projects')).status).toBe(403);
    account = (await administrator.put<AccountView>(url(), times(tomorrow, tomorrow), ifMatch(await read(account.id))))
      .body;
    expect((await (await enterByLink(account)).get('/api/projects')).status).toBe(403);
  });

  it('lose a role now: it keeps the days it held, and one given today was never there', async () => {
    const account = await register({ role: { ...role, validFrom: yesterday } });
    const both = await administrator.post<AccountView>(
      `/api/accounts/${account.id}/roles`,
      { ...role, role: 'planner', sector: null },
      ifMatch(account),
    );
    const end = (account: AccountView, wanted: string) =>
      administrator.delete<AccountView>(
        `/api/accounts/${account.id}/roles/${account.roles.find(({ role }) => role === wanted)!.id}`,
        ifMatch(account),
      );
    const one = await end(both.body, 'planner');
    expect(one.body.roles.map(({ role }) => role)).toEqual(['project-manager']);
    const none = await end(one.body, 'project-manager');
    expect(none.body.roles.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([[yesterday, yesterday]]);
  });

  it('from outside are invited to lead projects for a time, and to nothing more', async () => {
    const invite = async (fields: object) =>
      refusal(await administrator.post('/api/accounts', newPerson({ guest: true, ...fields })));
    expect(await invite({})).toEqual([400, 'invalid-input', 'role: guest-needs-role']);
    expect(await invite({ role })).toEqual([400, 'invalid-input', 'role.validTo: guest-needs-end']);
    expect(await invite({ role: { ...role, role: 'planner', sector: null, validTo: tomorrow } })).toEqual([
      400,
      'invalid-input',
      'role.role: guest-role',
    ]);
    const guest = await register({ guest: true, role: { ...role, validTo: tomorrow } });
    expect((await actions())[0]!.action).toBe('account.invited');
    const url = `/api/accounts/${guest.id}/roles`;
    const lasting = { validFrom: today, validTo: null };
    expect(refusal(await administrator.put(`${url}/${guest.roles[0]!.id}`, lasting, ifMatch(guest)))).toEqual([
      400,
      'invalid-input',
      'validTo: guest-needs-end',
    ]);
    const planner = { role: 'planner', sector: null, validFrom: today, validTo: tomorrow };
    expect(refusal(await administrator.post(url, planner, ifMatch(guest)))).toEqual([
      400,
      'invalid-input',
      'role: guest-role',
    ]);
  });

  it('are shown as they were on a past day, without what came after', async () => {
    const account = await register({ name: 'Før Endringen' });
    const before = await administrator.get<AccountView>(`/api/accounts/${account.id}`);
    const instant = new Date().toISOString();
    await new Promise((done) => setTimeout(done, 5));
    await patch(account, { name: 'Etter Endringen' });
    const then = await administrator.get<AccountView>(`/api/accounts/${account.id}?as-of=${instant}`);
    expect(then.body).toEqual(before.body);
  });

  it('are looked after by administrators, seen by leadership and auditor, and hidden from the rest', async () => {
    for (const reader of ['kommunedirektor', 'revisor', 'administrator'] as const)
      expect((await (await application.as(reader)).get('/api/accounts')).status)
        .withContext(reader)
        .toBe(200);
    for (const other of ['prosjektleder', 'sektoradmin', 'kommunalsjef', 'controller', 'folkevalgt'] as const) {
      expect((await (await application.as(other)).get('/api/accounts')).status)
        .withContext(other)
        .toBe(403);
      expect(JSON.stringify((await (await application.as(other)).get('/api/people')).body)).not.toContain('@');
    }
    expect((await (await application.as('kommunedirektor')).post('/api/accounts', newPerson())).status).toBe(403);
  });
});

describe('the role of the last administrator', () => {
  let own: AccountView;
  const cannot = [409, 'last-administrator'];

  beforeEach(async () => {
    application = await testApplication();
    administrator = await application.as('administrator');
    own = await read(await idOf(administrator, 'Administrator (eksempel)'));
  });
  const ownRole = (account: AccountView) => `/api/accounts/${account.id}/roles/${account.roles[0]!.id}`;
  const validity = async (validFrom: string, validTo: string | null) =>
    refusalOrStatus(await administrator.put(ownRole(own), { validFrom, validTo }, ifMatch(own)));
  const refusalOrStatus = (answer: Answer) => (answer.status < 300 ? [answer.status] : refusal(answer));

  it('cannot be ended', async () => {
    expect(refusal(await administrator.delete(ownRole(own), ifMatch(own)))).toEqual(cannot);
    expect(await read(own.id)).toEqual(own);
  });

  it('cannot be given an end, be it past, today or years ahead, nor be moved ahead', async () => {
    const { validFrom } = own.roles[0]!;
    expect(await validity(addDays(validFrom, -2), yesterday)).toEqual(cannot);
    expect(await validity(validFrom, today)).toEqual(cannot);
    expect(await validity(validFrom, '2099-12-31')).toEqual(cannot);
    expect(await validity(tomorrow, null)).toEqual(cannot);
    expect(await validity(yesterday, null)).toEqual([200]);
  });

  it('cannot be deactivated', async () => {
    expect(refusal(await patch(own, { active: false }))).toEqual(cannot);
    expect((await administrator.get('/api/session')).status).toBe(200);
  });

  it('can end once somebody else takes over without a day between', async () => {
    const taking = { role: 'administrator', sector: null, validFrom: addDays(today, 2), validTo: null };
    const next = await register({ role: taking });
    expect(await validity(today, today)).toEqual(cannot);
    expect(await validity(today, tomorrow)).toEqual([200]);
    expect(refusal(await patch(next, { active: false }))).toEqual(cannot);
  });

  it('stays when two administrators end each other at the same time', async () => {
    const other = await register({
      role: { role: 'administrator', sector: null, validFrom: yesterday, validTo: null },
    });
    const second = await enterByLink(other);
    const answers = await Promise.all([
      administrator.delete(ownRole(other), ifMatch(await read(other.id))),
      second.delete(ownRole(own), ifMatch(own)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(answers.find(({ status }) => status === 409)!)).toEqual(cannot);
  });

  it('stays when two administrators deactivate each other at the same time', async () => {
    const other = await register({ role: { ...role, role: 'administrator', sector: null } });
    const second = await enterByLink(other);
    const answers = await Promise.all([
      patch(await read(other.id), { active: false }),
      second.patch(`/api/accounts/${own.id}`, { active: false }, ifMatch(own)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const list = await application.database.dataSource.query<{ n: number }[]>(
      `select count(*) as n from account join role_assignment held on held.account_id = account.id
       where held.role = 'administrator' and account.active`,
    );
    expect(list).toEqual([{ n: 1 }]);
  });
});
