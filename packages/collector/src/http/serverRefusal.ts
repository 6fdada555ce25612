import { STATUS_CODES } from 'node:http';
import { Refusal } from './problem.ts';

/** What is refused before it is a request; `null`: whoever asked has left in the middle of it. */
export function serverRefusal(code = ''): Refusal | null {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Refusal('request_timeout', 'The request did not come to its end in time.');
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Refusal('headers_too_large', 'The address and the headers are larger than 16 KiB.');
  }
  if (code === 'HPE_INVALID_EOF_STATE' || code === 'ECONNRESET' || code === 'EPIPE') return null;
  return malformed();
}

export const malformed = () => new Refusal('malformed_request', 'This is not HTTP as it is spoken here.');

/** A refusal as it goes over a socket that nobody else answers on; it is the last on its connection. */
export function overSocket(refusal: Refusal): string {
  const { status, headers, body } = refusal.answer();
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return [...head, '', body].join('\r\n');
}
