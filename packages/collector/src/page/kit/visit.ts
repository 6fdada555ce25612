import type { Role, Site } from '../../store/site.ts';
import type { View } from './view.ts';

/** Somebody who looks at a page of a site. */
export interface Visit {
  view: View;
  site: Site;
  role: Role;
  /** Who is signed in. */
  name: string;
}
