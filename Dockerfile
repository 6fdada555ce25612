# Builds everything, with what compiles better-sqlite3 where no prebuilt one can be downloaded.
FROM node:22-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /vivencia
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY packages/contract/package.json packages/contract/
COPY packages/widget/package.json packages/widget/
COPY packages/client/package.json packages/client/
COPY packages/collector/package.json packages/collector/sqliteBinding.js packages/collector/
COPY examples/single-page-app/package.json examples/single-page-app/
COPY examples/node-backend/package.json examples/node-backend/
RUN npm ci && node packages/collector/sqliteBinding.js
COPY packages packages
RUN npx tsc -b packages/contract packages/widget packages/collector \
 && npm run build --workspace @vivencia/collector \
 && npm run build --workspace @vivencia/widget \
 && npm prune --omit=dev \
 && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/build/Release/obj* \
 && find packages -name src -prune -exec rm -rf {} + \
 && rm -rf packages/*/node_modules/.cache packages/*/tsconfig* packages/collector/drizzle.config.ts

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    PATH=/vivencia/node_modules/.bin:$PATH \
    VIVENCIA_HOST=0.0.0.0 \
    VIVENCIA_DATABASE=/data/vivencia.db
WORKDIR /vivencia
COPY LICENSE ./
COPY --from=build /vivencia/node_modules node_modules
COPY --from=build /vivencia/packages packages
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 8787
# Not /readyz: a full disk or a long check of the file gets no better by another start.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.VIVENCIA_PORT ?? 8787}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["vivencia", "serve"]
