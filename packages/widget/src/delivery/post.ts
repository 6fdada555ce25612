/** A collector that says nothing for so long is tried again. */
const patienceMs = 30_000;

/** What came back: nothing where nobody answered, and no `said` where the answer was none of ours. */
export interface Posted {
  answer?: Response | undefined;
  said?: unknown;
}

/** Posts once, in a request that outlives its page; never rejects. */
export async function post(address: string, body: string): Promise<Posted> {
  const stop = new AbortController();
  const posted: Posted = {};
  let giveUp = () => {};
  // WebKit settles no keepalive request that was under way when its page was put away, not even by its signal.
  const givenUp = new Promise<void>((done) => {
    giveUp = () => {
      stop.abort();
      done();
    };
  });
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && giveUp();
  const patience = setTimeout(giveUp, patienceMs);
  addEventListener('pageshow', comeBack);
  const attempt = async () => {
    // A string body is text/plain, which needs no preflight.
    const { signal } = stop;
    const request = fetch(address, { method: 'POST', body, keepalive: true, credentials: 'omit', signal });
    posted.answer = await request;
    posted.said = await posted.answer.json();
  };
  await Promise.race([attempt().catch(() => {}), givenUp]);
  clearTimeout(patience);
  removeEventListener('pageshow', comeBack);
  return { ...posted };
}
