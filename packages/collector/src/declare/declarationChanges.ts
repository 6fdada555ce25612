import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { KeptTouchpoint } from '../store/site.ts';
import { type Declarations, saysTheSame } from './declarationFile.ts';

export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** What becomes of a site's touchpoints where they shall be as a file declares them; each list by key. */
export interface DeclarationChanges {
  added: { key: string; settings: TouchpointSettings }[];
  changed: { key: string; settings: TouchpointSettings; fields: FieldChange[] }[];
  /** Declared, but not in the file: they are hidden, and their answers stay. */
  hidden: string[];
  /** In the file, but counted at another touchpoint: nobody asked to take that back. */
  merged: { key: string; into: string }[];
}

/** @param kept every touchpoint of the site; those that were only heard are left alone unless the file names them */
export function declarationChanges(kept: KeptTouchpoint[], declared: Declarations): DeclarationChanges {
  const now = new Map(kept.map((touchpoint) => [touchpoint.key, touchpoint]));
  const changes: DeclarationChanges = { added: [], changed: [], hidden: [], merged: [] };
  for (const key of [...declared.keys()].sort()) {
    const settings = declared.get(key) as TouchpointSettings;
    const known = now.get(key);
    if (known?.mergedInto) changes.merged.push({ key, into: known.mergedInto });
    else if (!known?.confirmed || known.hidden) changes.added.push({ key, settings });
    else {
      const fields = fieldChanges(known.settings, settings);
      if (fields.length > 0) changes.changed.push({ key, settings, fields });
    }
  }
  const isDeclared = ({ confirmed, hidden, mergedInto }: KeptTouchpoint) => confirmed && !hidden && mergedInto === null;
  changes.hidden = kept
    .filter((touchpoint) => isDeclared(touchpoint) && !declared.has(touchpoint.key))
    .map(({ key }) => key);
  return changes;
}

function fieldChanges(before: TouchpointSettings, after: TouchpointSettings): FieldChange[] {
  const fields = Object.keys(after) as (keyof TouchpointSettings)[];
  return fields
    .filter((field) => !saysTheSame(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
}
