# syntax=docker/dockerfile:1
# One recipe, four images: `docker build --target service|postgres-deployer|hana-deployer|apps-deployer .` See docs/deploy.md.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY app ./app
RUN npm ci --no-audit --no-fund
COPY .cdsrc.yaml cds-plugin.js index.cds tsconfig.json tsconfig.build.json ./
COPY _i18n ./_i18n
COPY db ./db
COPY srv ./srv
RUN npm run build

FROM node:24-bookworm-slim AS service-packages
WORKDIR /app
COPY --from=build /build/gen/srv/package.json /build/gen/srv/package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim AS postgres-packages
WORKDIR /app
COPY --from=build /build/gen/pg/package.json /build/gen/pg/package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# Tables, indexes and code lists in PostgreSQL. Ends when they are there.
FROM node:24-bookworm-slim AS postgres-deployer
ENV NODE_ENV=production
WORKDIR /app
COPY --from=postgres-packages /app/node_modules ./node_modules
COPY --from=build /build/gen/pg ./
USER 1000
CMD ["node", "deploy.js"]

# The same in an HDI container of SAP HANA.
FROM node:24-bookworm-slim AS hana-deployer
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /build/gen/db ./
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund
USER 1000
CMD ["npm", "start"]

# Pages, into the repository of HTML5 applications.
FROM node:24-bookworm-slim AS apps-deployer
ENV NODE_ENV=production
WORKDIR /app
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund @sap/html5-app-deployer@^7
COPY --from=build --chown=1000:1000 /build/gen/apps ./resources
USER 1000
CMD ["node", "node_modules/@sap/html5-app-deployer/index.js"]

FROM node:24-bookworm-slim AS service
ENV NODE_ENV=production PORT=4004
WORKDIR /app
COPY --from=service-packages /app/node_modules ./node_modules
COPY --from=build /build/gen/srv ./
USER 1000
EXPOSE 4004
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process: the service handles SIGTERM, and starts threads but no processes that somebody would have to reap.
CMD ["node", "node_modules/@sap/cds/bin/serve.js"]
