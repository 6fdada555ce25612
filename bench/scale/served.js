import { readFileSync } from 'node:fs';
import { startServer } from '../support/servers.js';

/** The real server on a file that is there already: how long it takes to listen and to be ready, in milliseconds. */
export async function serve(file) {
  const start = performance.now();
  const server = await startServer('ours', file);
  const listening = performance.now() - start;
  const address = `http://127.0.0.1:${server.port}`;
  while ((await fetch(`${address}/readyz`)).status !== 200) await new Promise((over) => setTimeout(over, 5));
  return { ...server, address, listening, ready: performance.now() - start };
}

/** The most memory that a process has had at once, in MB. */
export const mostMemory = ({ pid }) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/**
 * What managers wait for, in milliseconds: any address, or the scores of 30 days and the page that shows them. A link signs in once, so
 * the database remembers its cookie.
 */
export async function openReader({ address }, database) {
  database.cookie ??= await signIn(address, database.token);
  const timed = async (path, headers) => {
    const start = performance.now();
    const answer = await fetch(address + path, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - start;
  };
  const ask = (path) => timed(path, { authorization: `Bearer ${database.secretKey}` });
  const openPage = (path) => timed(path, { cookie: database.cookie });
  return { ask, openPage, query: () => ask('/v1/scores'), page: () => openPage('/') };
}

async function signIn(address, token) {
  const signedIn = await fetch(`${address}/login?token=${token}`, { redirect: 'manual' });
  return signedIn.headers.get('set-cookie').split(';')[0];
}
