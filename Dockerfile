# Office Shifts in a container: built with everything, run with Node.js and what the build left, nothing else.
#   docker build --tag office-shifts .
# The tests run the very commands below without Docker, in a folder that holds only what the last stage copies.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24.21.0-bookworm-slim
# nothing is installed here again
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* \
  && mkdir /data && chown 1000:1000 /data
WORKDIR /app
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
COPY --from=build /app/dist/web ./dist/web
COPY --from=build /app/dist/node ./dist/node
COPY --from=build /app/LICENSE ./LICENSE
# a number, so that Kubernetes can see that it is not root
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/node/server.mjs"]
