import { useState } from 'preact/hooks';
import { Page } from '../Page.tsx';

export function Help() {
  const [sent, setSent] = useState('');

  function send(event: Event) {
    event.preventDefault();
    setSent(`letter-${Date.now().toString(36)}`);
  }

  return (
    <Page title="Help">
      <p>Parcels leave on Tuesday evening. Write to us about everything else.</p>
      {sent ? (
        <>
          <p role="status">We have your message, and answer within a day.</p>
          {/* Being there is enough: it asks in this place, once about this letter. */}
          <vivencia-prompt touchpoint="help" interaction={sent} />
        </>
      ) : (
        <form class="letter" onSubmit={send}>
          <label>
            Message <input name="message" autocomplete="off" required />
          </label>
          <button type="submit" class="primary">
            Send message
          </button>
        </form>
      )}
    </Page>
  );
}
