import { render } from 'preact';
import { useState } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import type { Coffee } from './coffee.ts';
import { Page } from './Page.tsx';
import { Basket } from './route/Basket.tsx';
import { Help } from './route/Help.tsx';
import { Shelf } from './route/Shelf.tsx';
import { Thanks } from './route/Thanks.tsx';
import { SupportChat } from './SupportChat.tsx';

function Header({ count }: { count: number }) {
  const { path } = useLocation();
  const routes = { '/': 'Shelf', '/basket': `Basket (${count})`, '/help': 'Help' };
  return (
    <header>
      <a href="/" class="name">
        Tostadero
      </a>
      <p>Coffee roasted on Tuesday, with you on Thursday.</p>
      <nav>
        {Object.entries(routes).map(([href, name]) => (
          <a key={href} href={href} aria-current={href === path ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}

const Nowhere = () => <Page title="There is no such page">{null}</Page>;

function Shop() {
  const [basket, setBasket] = useState<Coffee[]>([]);
  return (
    <LocationProvider>
      <Header count={basket.length} />
      <main>
        <Router>
          <Route path="/" component={Shelf} add={(coffee) => setBasket((before) => [...before, coffee])} />
          <Route path="/basket" component={Basket} basket={basket} empty={() => setBasket([])} />
          <Route path="/thanks" component={Thanks} />
          <Route path="/help" component={Help} />
          <Route default component={Nowhere} />
        </Router>
      </main>
      <SupportChat />
    </LocationProvider>
  );
}

render(<Shop />, document.body);
