import type { Role, Site } from '../../store/site.ts';
import type { View } from './view.ts';

/** Somebody who looks at a page of a site. */
export interface Visit {
  view: View;
  site: Site;
  role: Role;
  /** Who is signed in; what a share is called where somebody reads by its link. */
  name: string;
  /** Id of the person who is signed in; `null` where somebody reads by a share. */
  access: number | null;
  /** Where somebody reads by a share's link: nothing but this page, and comments only where they were shared too. */
  share: { comments: boolean } | null;
}
