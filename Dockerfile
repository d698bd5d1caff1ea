# A catch-up anywhere a container runs, on whatever schedule is there:
#   docker build -t stripe-catch-up .
#   docker run --rm --env-file .env stripe-catch-up --since 24h
# The image has Node and one file: no sources, no keys, no package manager's cache.
FROM node:22-alpine AS build
WORKDIR /app
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund \
  && npx esbuild cli/catch-up.ts --bundle --minify --platform=node --target=node20 --format=esm \
    --legal-comments=none --outfile=/out/catch-up.mjs \
    "--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

FROM node:22-alpine
COPY --from=build /out/catch-up.mjs /app/catch-up.mjs
# Nothing is written, so `docker run --read-only` works too.
USER node
ENTRYPOINT ["node", "/app/catch-up.mjs"]
