import type { RefusalCode } from '@vivencia/contract/refusal';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { StoreUnavailable } from '../../store/storeUnavailable.ts';
import { Layout } from './layout.tsx';
import { viewOf } from './view.ts';

/** Seconds until another try may help. */
const retrySeconds = 2;

/**
 * What people read where the store can write or read nothing, since a large file is still being checked or the disk is
 * full; and where a form was too large. Anything else is for whoever answers errors outside the pages.
 */
export const notNow =
  (publicUrl: () => string, refused: (code: RefusalCode) => void = () => {}): ErrorHandler =>
  (error, c) => {
    const { words } = viewOf(c, publicUrl(), []);
    if (error instanceof HTTPException && error.status === 413) {
      refused('body_too_large');
      return said(c, publicUrl(), 413, words.tooLarge, words.tooLargeLead);
    }
    if (!(error instanceof StoreUnavailable)) throw error;
    refused('store_unavailable');
    c.header('retry-after', String(retrySeconds));
    return said(c, publicUrl(), 503, words.notNow, words.notNowLead);
  };

const said = (c: Context, publicUrl: string, status: 413 | 503, title: string, lead: string) =>
  c.html(
    <Layout view={viewOf(c, publicUrl, [])} title="Vivencia">
      <main class="in">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </main>
    </Layout>,
    status,
  );
