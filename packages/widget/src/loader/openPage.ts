import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import type { Page } from '../page.ts';
import { emit } from './events.ts';

/**
 * A page view of which nothing is known yet but what its script tag says: `data-test` marks what follows as a test,
 * `data-consent` waits for `vivencia('consent', true)`.
 */
export function openPage(settings: LoaderSettings, said: DOMStringMap = {}): Page {
  const page: Page = {
    settings,
    test: said.test != null,
    consent: said.consent == null,
    tell(event, detail, element) {
      if (page.test) console.info('vivencia', event, detail);
      emit(event, detail, element);
    },
  };
  return page;
}
