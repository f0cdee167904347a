# Builds Rolewise with its models, then keeps only what it runs on: no compiler, no tests, no sources, no root.
# The version the tests run on; a newer one: docker build --build-arg NODE=24-bookworm-slim .
ARG NODE=20-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY knowledge knowledge
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:${NODE}
ENV NODE_ENV=production \
    DATABASE_URL=/data/rolewise.db \
    HEALTH_PORT=9090
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE ./
COPY bin bin
COPY knowledge knowledge
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
VOLUME /data
# Slack's HTTP mode alone; Socket Mode and Discord open their connections themselves.
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT.split(':').at(-1) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/rolewise.js"]
CMD ["start"]
