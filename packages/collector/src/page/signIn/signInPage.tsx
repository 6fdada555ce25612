import { Face } from '../kit/faces.tsx';
import { LanguageLinks, Layout } from '../kit/layout.tsx';
import type { View } from '../kit/view.ts';

export interface SignInProps {
  view: View;
  /** A token that a human press is still to confirm. */
  token?: string;
  /** Whether a token was just refused. */
  refused?: boolean;
}

/** Where people sign in: by pasting a token, or by confirming the one of their link. */
export const SignInPage = ({ view, token, refused }: SignInProps) => {
  const { words } = view;
  return (
    <Layout view={view} title={`${words.signIn} · Vivencia`}>
      <main class="in">
        <p class="row">
          <Face emotion="happy" />
          <Face emotion="indifferent" />
          <Face emotion="frustrated" />
        </p>
        <h1>{refused ? words.tokenUsed : words.signIn}</h1>
        {refused && (
          <>
            <p class="lead">{words.tokenAsk}</p>
            <pre>vivencia access add NAME --role viewer</pre>
          </>
        )}
        <form method="post" action={view.link('/login')}>
          {token === undefined ? (
            <>
              {!refused && <p class="lead">{words.tokenLead}</p>}
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
      </main>
      <footer>
        <LanguageLinks view={view} path="/login" />
      </footer>
    </Layout>
  );
};
