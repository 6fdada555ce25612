import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { answeredState } from './answeredState.js';

/*
 * A load in a process of its own: so many connections, each delivering one new response after the other. Written on
 * bare sockets: on two cores, a client that works as hard as the collector would hide what the collector costs.
 *
 * process.argv: port, site, connections, milliseconds. Prints {"deliveries", "refused", "seconds", "p50", "p99"} with
 * latencies in milliseconds.
 */
const [port, site, connections, milliseconds] = process.argv.slice(2);
const until = performance.now() + Number(milliseconds);
const latencies = [];
let refused = 0;

let counter = 0;
/** Version 7, as the widget makes them, but each surely new. */
function nextId() {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(8).toString('hex');
  const sequence = (counter++ & 0xfff).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-8${random.slice(1, 4)}-${random.slice(4)}`;
}

function nextRequest() {
  const body = JSON.stringify(answeredState(site, nextId(), counter));
  return `POST /v1/responses HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function client() {
  return new Promise((done, failed) => {
    const socket = connect(Number(port), '127.0.0.1');
    let sent = 0;
    const next = () => {
      sent = performance.now();
      if (sent >= until) socket.destroy();
      else socket.write(nextRequest());
    };
    socket.setNoDelay(true);
    socket.on('connect', next);
    socket.on('data', (answer) => {
      // An answer is far smaller than a packet.
      if (answer.latin1Slice(9, 12) === '200') latencies.push(performance.now() - sent);
      else refused++;
      next();
    });
    socket.on('close', done);
    socket.on('error', failed);
  });
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, client));
const seconds = (performance.now() - start) / 1000;
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.floor((latencies.length - 1) * share)] ?? null;
process.stdout.write(JSON.stringify({ deliveries: latencies.length, refused, seconds, p50: at(0.5), p99: at(0.99) }));
