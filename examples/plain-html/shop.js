const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const element = (id) => document.getElementById(id);

// The basket

const basket = new Map();

for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => {
    const { add: name, price } = button.dataset;
    const line = basket.get(name) ?? { price: Number(price), count: 0 };
    basket.set(name, { ...line, count: line.count + 1 });
    element('order').replaceChildren();
    showBasket();
  });
}

function showBasket() {
  const lines = [...basket].map(([name, { price, count }]) => {
    const line = document.createElement('li');
    line.textContent = `${count} × ${name}, ${euros.format(price * count)}`;
    return line;
  });
  const total = [...basket.values()].reduce((sum, { price, count }) => sum + price * count, 0);
  element('basket-lines').replaceChildren(...lines);
  element('basket-empty').hidden = lines.length > 0 || element('order').childElementCount > 0;
  element('checkout').hidden = lines.length === 0;
  element('total').textContent = euros.format(total);
}

// The checkout: when the order is placed, the interaction has ended, and Vivencia is told so.

element('checkout').addEventListener('submit', (event) => {
  event.preventDefault();
  const order = `order-${Date.now().toString(36)}`;
  const confirmation = document.createElement('p');
  confirmation.textContent = `Thank you! ${order} is on its way to the roastery.`;
  element('order').replaceChildren(confirmation);
  basket.clear();
  showBasket();
  window.vivencia('trigger', 'checkout', { interaction: order });
});

// The support chat: its End button carries data-vivencia-touchpoint, so nothing needs to be called here.

const replies = [
  'Hello! This is Mar. How can I help?',
  'Let me look that up for you… Yes, it leaves on Tuesday evening.',
  'You are welcome. Anything else?',
];
let replied = 0;

const say = (who, text) => {
  const line = document.createElement('li');
  line.className = who;
  line.textContent = text;
  element('chat-lines').append(line);
  line.scrollIntoView({ block: 'nearest' });
};

const reply = () => say('support', replies[Math.min(replied++, replies.length - 1)]);

element('chat-open').addEventListener('click', () => {
  element('chat-panel').hidden = false;
  element('chat-open').hidden = true;
  replied = 0;
  element('chat-lines').replaceChildren();
  reply();
  element('chat-text').focus();
});

element('chat-form').addEventListener('submit', (event) => {
  event.preventDefault();
  say('visitor', element('chat-text').value);
  element('chat-form').reset();
  setTimeout(reply, 600);
});

element('chat-end').addEventListener('click', () => {
  element('chat-panel').hidden = true;
  element('chat-open').hidden = false;
  element('chat-open').focus();
});
