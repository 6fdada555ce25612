import { Face } from '../kit/faces.tsx';
import { LanguageLinks, Layout } from '../kit/layout.tsx';
import type { View } from '../kit/view.ts';

export interface SignInProps {
  view: View;
  /** A token that a human press is still to confirm. */
  token?: string;
  /** Whether a token was just refused. */
  refused?: boolean;
  /** Seconds to wait where too many were refused. */
  wait?: number;
}

/** Where people sign in: by pasting a token, or by confirming the one of their link. */
export const SignInPage = ({ view, token, refused, wait }: SignInProps) => {
  const { words } = view;
  return (
    <Layout view={view} title={`${words.signIn} · Vivencia`}>
      <main class="in">
        <p class="row">
          <Face emotion="happy" />
          <Face emotion="indifferent" />
          <Face emotion="frustrated" />
        </p>
        <h1>{wait ? words.access.tooManyTitle : refused ? words.tokenUsed : words.signIn}</h1>
        {wait && <p class="lead">{words.access.tooManyLead(wait)}</p>}
        {refused && <Refused view={view} />}
        <form method="post" action={view.link('/login')}>
          {token === undefined ? (
            <>
              {!refused && !wait && <p class="lead">{words.tokenLead}</p>}
              <label>
                {words.token}
                <input name="token" required autocomplete="off" spellcheck={false} autocapitalize="none" />
              </label>
            </>
          ) : (
            <>
              <p class="lead">{words.pressToSignIn}</p>
              <input type="hidden" name="token" value={token} />
            </>
          )}
          <button class="do" type="submit">
            {words.signIn}
          </button>
        </form>
        {isReadable(view.publicUrl) && <p class="lead">{words.access.unencrypted}</p>}
      </main>
      <footer>
        <LanguageLinks view={view} path="/login" />
      </footer>
    </Layout>
  );
};

/** What to ask for, and whom. */
const Refused = ({ view: { words } }: { view: View }) => (
  <>
    <p class="lead">{words.access.askEditor}</p>
    <p class="lead">{words.access.askOperator}</p>
    <pre>vivencia access add NAME --role viewer</pre>
  </>
);

const ownMachine = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/;

/** Whether others on the way can read a session: over plain http, but not from the machine to itself. */
function isReadable(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'http:' && !ownMachine.test(hostname);
}
