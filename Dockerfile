# The sandbox in a container: docker build -t nhs-api-sandbox . && docker run --rm -p 127.0.0.1:8787:8787 nhs-api-sandbox
FROM node:24-slim AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm pack --pack-destination /tmp
RUN npm install --global --prefix /opt/sandbox --ignore-scripts --no-audit --no-fund /tmp/nhs-api-sandbox-*.tgz

FROM node:24-slim
ENV NODE_ENV=production
COPY --from=build /opt/sandbox /opt/sandbox
RUN install -d -o node -g node -m 0700 /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 8787
# Bound wider than loopback it answers to its own addresses and to localhost; NHS_SANDBOX_ALLOW_HOST adds names, as in sandbox,*.example.org
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --start-interval=1s CMD ["node", "-e", "fetch('http://127.0.0.1:8787/_sandbox/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/opt/sandbox/bin/nhs-sandbox"]
CMD ["start", "--host", "0.0.0.0", "--data", "/data/data.sqlite"]
