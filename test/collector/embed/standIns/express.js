import { createServer } from 'node:http';

/** Of Express what docs/embed.md uses: `use` cuts its path off the address, as Express does. */
export default function express() {
  const routes = [];
  return {
    use: (path, handle) => routes.push({ path, handle, cuts: true }),
    get: (path, handle) => routes.push({ path, handle, cuts: false }),
    listen: (port) =>
      createServer((request, response) => {
        const route = routes.find(({ path }) => request.url === path || request.url.startsWith(`${path}/`));
        if (route?.cuts) request.url = request.url.slice(route.path.length) || '/';
        return route ? route.handle(request, response) : response.writeHead(404).end();
      }).listen(port),
  };
}
