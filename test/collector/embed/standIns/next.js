import { createServer } from 'node:http';
import * as route from './next.snippet.js';

const handlers = new Map(Object.entries(route));

/** Calls a route's handlers as Next does: by method, with the request's whole address and a context of its own. */
createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method, headers, url } = incoming;
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
  const request = new Request(`http://${headers.host}${url}`, { method, headers, body });
  const response = await handlers.get(method)(request, { params: Promise.resolve({}) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}).listen(process.env.PORT);
