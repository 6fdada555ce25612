import type { ErrorHandler } from 'hono';
import { StoreUnavailable } from '../../store/store.ts';
import { Layout } from './layout.tsx';
import { viewOf } from './view.ts';

/** Seconds until another try may help. */
const retrySeconds = 2;

/**
 * What people read where the store can write or read nothing: a large file is still being checked, or the disk is full.
 * Anything else is for whoever answers errors outside the pages.
 */
export const notNow =
  (publicUrl: () => string): ErrorHandler =>
  (error, c) => {
    if (!(error instanceof StoreUnavailable)) throw error;
    const view = viewOf(c, publicUrl(), []);
    c.header('retry-after', String(retrySeconds));
    return c.html(
      <Layout view={view} title="Vivencia">
        <main class="in">
          <h1>{view.words.notNow}</h1>
          <p class="lead">{view.words.notNowLead}</p>
        </main>
      </Layout>,
      503,
    );
  };
