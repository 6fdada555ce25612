import { useLocation } from 'preact-iso/router';
import { Page } from '../Page.tsx';

export function Thanks() {
  const { order = 'Your order' } = useLocation().query;
  return (
    <Page title="Thank you!">
      <p>{order} is on its way to the roastery.</p>
      <p>
        <a href="/">Back to the shelf</a>
      </p>
    </Page>
  );
}
