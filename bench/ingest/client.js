import { connect } from 'node:net';
import { answeredState } from '../support/answeredState.js';
import { responseIdAt } from '../support/responseId.js';

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

function nextRequest() {
  const body = JSON.stringify(answeredState(site, responseIdAt(Date.now()), counter++));
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
