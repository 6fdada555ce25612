import { roles } from '../../store/site.ts';
import type { View } from '../kit/view.ts';

/** The form that lets somebody in. */
export const AddPerson = ({ view, isOpen }: { view: View; isOpen: boolean }) => {
  const words = view.words.access;
  return (
    <details class="more" open={isOpen}>
      <summary>{words.add}</summary>
      <form class="narrow" method="post" action={view.link('/access/people')}>
        <label>
          {words.name}
          <input name="name" required maxlength={80} autocomplete="off" />
        </label>
        <fieldset>
          <legend>{words.roleLabel}</legend>
          {roles.map((role) => (
            <label class="tick">
              <input type="radio" name="role" value={role} required checked={role === 'viewer'} />
              <span>
                <b>{words.role[role]}</b>: {words.roleSays[role]}
              </span>
            </label>
          ))}
        </fieldset>
        <button class="do" type="submit">
          {words.makeLink}
        </button>
      </form>
    </details>
  );
};
