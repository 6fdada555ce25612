import { Method } from './operationPart.tsx';
import type { Described, TaggedOperations } from './operations.ts';

/** The address of what belongs to one tag. */
export const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(' ', '-');

/** All that the page has, beside it; on narrow screens only what the groups are, above it. */
export const Contents = ({ groups }: { groups: TaggedOperations[] }) => (
  <nav aria-label="Contents">
    <ul>
      <li>
        <a href="#start">Start</a>
      </li>
      {groups.map(({ tag, operations }) => (
        <li>
          <a href={`#${anchorOf(tag.name)}`}>{tag.name}</a>
          <OperationLinks operations={operations} />
        </li>
      ))}
      <li>
        <a href="#objects">Objects</a>
      </li>
      <li>
        <a href="#refusals">Refusals</a>
      </li>
    </ul>
  </nav>
);

export const OperationLinks = ({ operations }: { operations: Described[] }) => (
  <ul class="calls">
    {operations.map(({ operationId, method, path }) => (
      <li>
        <a href={`#${operationId}`}>
          <Method method={method} />{' '}
          <code>
            {path.split(/(?=\/)/).map((part) => (
              <>
                {part}
                <wbr />
              </>
            ))}
          </code>
        </a>
      </li>
    ))}
  </ul>
);
