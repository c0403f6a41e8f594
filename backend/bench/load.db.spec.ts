import net from 'node:net';
import { testDatabase } from '../testing/test-database.js';
import { HttpConnection, requestText } from './http-load.js';
import { runLoad } from './load.js';
import { statementsOf } from './statements.js';

/** Answers each request with the pieces in turn, a moment apart, as a network does. */
async function serverOf(...pieces: string[]): Promise<{ port: number; heard: string[]; close: () => void }> {
  const heard: string[] = [];
  const server = net.createServer((socket) =>
    socket.setNoDelay(true).on('data', (data) => {
      heard.push(data.toString());
      pieces.forEach((piece, index) => setTimeout(() => socket.write(piece), index * 5));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as net.AddressInfo).port, heard, close: () => server.close() };
}

const load = { connections: 1, seconds: 5, most: 3, from: 0, primed: false, before: null };

describe('the load of the benchmark', () => {
  it('waits for the last byte of an answer that comes in pieces', async () => {
    const server = await serverOf('HTTP/1.1 200 OK\r\nContent-Le', 'ngth: 4\r\n\r\nab', 'cd');
    const connection = await HttpConnection.open(server.port);
    expect(await connection.ask(requestText('GET', '/a', { cookie: 'k' }))).toBe(200);
    expect(server.heard).toEqual(['GET /a HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: k\r\n\r\n']);
    connection.close();
    server.close();
  });

  it('says the length of a body in bytes, not letters', () => {
    expect(requestText('POST', '/', {}, 'blåbær')).toContain('content-length: 8\r\n\r\nblåbær');
  });

  it('asks in turn until it has asked enough, and counts what was refused', async () => {
    const server = await serverOf('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
    const requests = [requestText('GET', '/a'), requestText('GET', '/b')];
    const result = await runLoad({ asked: { http: { port: server.port, requests } }, ...load });
    expect(server.heard.map((request) => request.split(' ')[1])).toEqual(['/a', '/b', '/a']);
    expect(result.times.length).toBe(3);
    expect(result.refused).toEqual({ 403: 3 });
    server.close();
  });

  it('asks once without counting before what is to be asked again', async () => {
    const server = await serverOf('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    const requests = [requestText('GET', '/a')];
    const result = await runLoad({ asked: { http: { port: server.port, requests } }, ...load, primed: true });
    expect(server.heard.length).toBe(4);
    expect(result.times.length).toBe(3);
    server.close();
  });

  it('sends the statements it is given to the database, and changes before each when asked to', async () => {
    const { url, dataSource, asOwner } = await testDatabase();
    await (await asOwner()).query('create table asked (n int)');
    const server = await serverOf('HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n');
    const acts = [[{ text: 'insert into asked values ($1)', values: [7] }]];
    const before = { port: server.port, requests: [requestText('POST', '/change')] };
    await runLoad({ asked: { sql: { url, acts } }, ...load, before });
    expect(await dataSource.query('select n from asked')).toEqual([{ n: 7 }, { n: 7 }, { n: 7 }]);
    expect(server.heard.length).toBe(3);
    server.close();
  });

  it('hears the statements of the work it is shown, with their values, and only those', async () => {
    const { dataSource } = await testDatabase();
    const heard = await statementsOf(() => dataSource.query('select $1::int as n', [3]));
    await dataSource.query('select 4 as n');
    expect(heard).toEqual([{ text: 'select $1::int as n', values: [3] }]);
  });
});
