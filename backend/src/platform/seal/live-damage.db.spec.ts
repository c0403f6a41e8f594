import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { randomNumbers } from '../../../testing/random-numbers.js';
import { testDatabase } from '../../../testing/test-database.js';
import type { HistoryFault } from './history-fault.js';
import { Sealing } from './sealing.js';
import { verifyIn } from './verify-database.js';

interface Version {
  /** Where the row lies: nothing of what it says is to be trusted. */
  place: string;
  id: string;
  change_number: number;
  closed_by: number | null;
  length: number;
}

/** What is done to the database, past its triggers, and what does not fit first then. */
interface Damage {
  statement: string;
  first: string;
}

describe('damage done to the history of a live database, as only its owner can', () => {
  const [changes, seals] = [48, 12];
  let owner: QueryRunner;
  let versions: Version[];
  let head: string;

  beforeAll(async () => {
    const db = await testDatabase();
    owner = (await db.asOwner()).createQueryRunner();
    // a thousand verifications of two tables take as long as a few of thirty
    await owner.query(`
      do $$ declare tracked text; begin
        for tracked in select tablename from pg_tables where schemaname = 'history' loop
          execute format('drop table history.%1$I, public.%1$I cascade', tracked);
        end loop;
      end $$;
      create table note (id uuid primary key, title text, size bigint, facts jsonb); select history.track('note')`);
    for (let change = 1; change <= changes; change += 1) {
      await db.dataSource.transaction(async (tx) => {
        await tx.query(`select begin_change('note.written', $1, 'Kåre Ærlig ' || $2::text, 'request-1')`, [
          randomUUID(),
          change,
        ]);
        await tx.query(
          `insert into note select gen_random_uuid(), 'Ny «skole» ' || $1::bigint || '.' || n, $1::bigint, '{"nb": "å"}' from generate_series(1, 2) n`,
          [change],
        );
        await tx.query(`update note set title = title || '.' where size = $1 - 1`, [change]);
        await tx.query(`delete from note where size = $1 - 4`, [change]);
      });
      if (change % (changes / seals) === 0) await new Sealing(db.dataSource).sealAll();
    }
    await owner.startTransaction();
    await owner.query('set local session_replication_role = replica; set local max_parallel_workers = 0');
    versions = (await owner.query(
      `select ctid::text as place, id, change_number, closed_by, length(title) as length from history.note order by change_number, id`,
    )) as Version[];
    [{ head }] = (await owner.query(`select encode(hash, 'hex') as head from seal order by number desc limit 1`)) as [
      { head: string },
    ];
    expect(await firstThatDoesNotFit()).toBe('none');
  });

  afterAll(async () => {
    await owner.rollbackTransaction();
    await owner.release();
  });

  it('is found each of 1,000 times, and what does not fit first is named', async () => {
    const random = randomNumbers(20261124);
    const kinds = new Set<string>();
    for (let round = 0; round < 1000; round += 1) {
      const [kind, { statement, first }] = randomDamage(random);
      kinds.add(kind);
      await owner.query('savepoint whole');
      await owner.query(statement);
      expect(await firstThatDoesNotFit())
        .withContext(`${round}, ${kind}: ${statement}`)
        .toBe(first);
      await owner.query('rollback to whole');
    }
    expect(kinds.size).toBe(Object.keys(damages).length);
    expect(await firstThatDoesNotFit()).toBe('none');
  }, 60_000);

  async function firstThatDoesNotFit(): Promise<string> {
    const { fault } = await verifyIn(askPrepared, head);
    return nameOf(fault);
  }

  /** The same few statements a thousand times are planned once. */
  async function askPrepared<Row>(text: string, values?: unknown[]): Promise<Row[]> {
    const client = (await owner.connect()) as pg.PoolClient;
    const name = createHash('sha256').update(text).digest('base64');
    const { rows } = await client.query(text.startsWith('select') || values ? { name, text, values } : text);
    return rows as Row[];
  }

  type Random = (below: number) => number;

  function randomDamage(random: Random): [string, Damage] {
    const kinds = Object.entries(damages);
    const [kind, damage] = kinds[random(kinds.length)]!;
    return [kind, damage(random)];
  }

  const versionOf = (random: Random): Version => versions[random(versions.length)]!;
  const closedOf = (random: Random): Version & { closed_by: number } => {
    const closed = versions.filter((version): version is Version & { closed_by: number } => version.closed_by !== null);
    return closed[random(closed.length)]!;
  };
  const twoOf = (random: Random, count: number): [number, number] => {
    const one = random(count);
    return [one, (one + 1 + random(count - 1)) % count];
  };
  const inVersion = ({ place, change_number }: Version, set: string): Damage => ({
    statement: `update history.note set ${set} where ctid = '${place}'`,
    first: `change ${change_number}`,
  });
  const inChange = (random: Random, set: string): Damage => {
    const number = 1 + random(changes);
    return { statement: `update change set ${set} where number = ${number}`, first: `change ${number}` };
  };
  const inSeal = (random: Random, column: string, size: number): Damage => {
    const number = 1 + random(seals);
    return {
      statement: `update seal set ${column} = ${anotherByte(column, random(size), random)} where number = ${number}`,
      first: `seal ${number}`,
    };
  };
  const anotherByte = (bytes: string, place: number, random: Random): string =>
    `set_byte(${bytes}, ${place}, get_byte(${bytes}, ${place}) # ${1 + random(255)})`;
  const anotherLetter = (text: string, place: number): string =>
    `overlay(${text} placing case substr(${text}, ${place}, 1) when 'x' then 'y' else 'x' end from ${place} for 1)`;
  /** One byte of a number, which stays above zero. */
  const anotherNumber = (from: number, random: Random): number => from ^ (1 + random(255)) || from + 256;
  /** A row that is moved to another change is missed where it was, or is too much where it came, whichever is first. */
  const moved = (from: number, to: number): string => `change ${to > changes ? from : Math.min(from, to)}`;

  const damages: Record<string, (random: Random) => Damage> = {
    'a letter of a text': (random) => {
      const version = versionOf(random);
      return inVersion(version, `title = ${anotherLetter('title', 1 + random(version.length))}`);
    },
    'a byte of a number': (random) =>
      inVersion(versionOf(random), `size = size # (${1 + random(255)} << ${8 * random(7)})`),
    'a letter of what is nested': (random) =>
      inVersion(versionOf(random), `facts = replace(facts::text, 'å', chr(${230 + random(100)}))::jsonb`),
    'a byte of an id': (random) =>
      inVersion(versionOf(random), `id = encode(${anotherByte('uuid_send(id)', random(16), random)}, 'hex')::uuid`),
    'a value taken away': (random) => inVersion(versionOf(random), `${['title', 'size', 'facts'][random(3)]} = null`),
    'a microsecond of its beginning': (random) =>
      inVersion(versionOf(random), `valid = tstzrange(lower(valid) - interval '1 microsecond', upper(valid))`),
    'a microsecond of its end': (random) => {
      const version = closedOf(random);
      const set = `valid = tstzrange(lower(valid), upper(valid) + interval '1 microsecond')`;
      return { ...inVersion(version, set), first: `change ${version.closed_by}` };
    },
    'whether its end is in it': (random) => {
      const version = closedOf(random);
      return {
        ...inVersion(version, `valid = tstzrange(lower(valid), upper(valid), '[]')`),
        first: `change ${version.closed_by}`,
      };
    },
    'a byte of which change made it': (random) => {
      const version = versionOf(random);
      const to = anotherNumber(version.change_number, random);
      // what ended it says which change made what it ended
      return { ...inVersion(version, `change_number = ${to}`), first: moved(version.change_number, to) };
    },
    'a byte of which change ended it': (random) => {
      const version = closedOf(random);
      const to = anotherNumber(version.closed_by, random);
      return { ...inVersion(version, `closed_by = ${to}`), first: moved(version.closed_by, to) };
    },
    'which change ended it': (random) => {
      const version = closedOf(random);
      return { ...inVersion(version, 'closed_by = null'), first: `change ${version.closed_by}` };
    },
    'a letter of who': (random) => inChange(random, `actor = ${anotherLetter('actor', 1 + random(13))}`),
    'a byte of whose account': (random) =>
      inChange(random, `account_id = encode(${anotherByte('uuid_send(account_id)', random(16), random)}, 'hex')::uuid`),
    'a letter of what was done': (random) => inChange(random, `action = ${anotherLetter('action', 1 + random(12))}`),
    'a microsecond of when': (random) => inChange(random, `at = at + interval '1 microsecond'`),
    'a letter of by which request': (random) =>
      inChange(random, `request_id = ${anotherLetter('request_id', 1 + random(9))}`),
    'a byte of what is sealed': (random) => inSeal(random, 'digests', (32 * changes) / seals),
    'a byte of what a seal has of each row': (random) => inSeal(random, 'marks', 24 * 8),
    'a byte of a seal’s hash': (random) => inSeal(random, 'hash', 32),
    'a byte of the seal before': (random) => inSeal(random, 'previous', 32),
    'a version gone': (random) => {
      const { place, change_number } = versionOf(random);
      return { statement: `delete from history.note where ctid = '${place}'`, first: `change ${change_number}` };
    },
    'a change gone': (random) => {
      const number = 1 + random(changes);
      return { statement: `delete from change where number = ${number}`, first: `change ${number}` };
    },
    'a seal gone': (random) => {
      const number = 1 + random(seals);
      // nothing is left to show the end of a chain that is cut off but its head, noted elsewhere
      const first = number === seals ? 'head' : `seal ${number}`;
      return { statement: `delete from seal where number = ${number}`, first };
    },
    'two texts swapped': (random) => swapped(random, 'title'),
    'two ids swapped': (random) => swapped(random, 'id'),
    'two rows’ times swapped': (random) => swapped(random, 'valid'),
    'two changes’ people swapped': (random) => {
      const [one, other] = twoOf(random, changes).map((index) => index + 1) as [number, number];
      return {
        statement: `update change one set (actor, account_id) = (select other.actor, other.account_id from change other
          where other.number in (${one}, ${other}) and other.number <> one.number) where one.number in (${one}, ${other})`,
        first: `change ${Math.min(one, other)}`,
      };
    },
    'two seals’ contents swapped': (random) => {
      const [one, other] = twoOf(random, seals).map((index) => index + 1) as [number, number];
      return {
        statement: `update seal one set (digests, marks) = (select other.digests, other.marks from seal other
          where other.number in (${one}, ${other}) and other.number <> one.number) where one.number in (${one}, ${other})`,
        first: `seal ${Math.min(one, other)}`,
      };
    },
  };

  function swapped(random: Random, column: 'title' | 'id' | 'valid'): Damage {
    const [one, other] = twoOf(random, versions.length).map((index) => versions[index]!) as [Version, Version];
    // what is alike is no damage: the id of a row's versions, the time that one change's begin
    const alike = { id: one.id === other.id, valid: one.change_number === other.change_number, title: false };
    if (alike[column]) return swapped(random, column);
    const places = `('${one.place}', '${other.place}')`;
    return {
      statement: `update history.note one set ${column} = (select other.${column} from history.note other
        where other.ctid in ${places} and other.ctid <> one.ctid) where one.ctid in ${places}`,
      first: `change ${Math.min(one.change_number, other.change_number)}`,
    };
  }
});

function nameOf(fault: HistoryFault | null): string {
  if (fault?.kind === 'change') return `change ${fault.change.number}`;
  if (fault?.kind === 'seal') return `seal ${fault.seal}`;
  return fault?.kind ?? 'none';
}
