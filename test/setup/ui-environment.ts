// Pages are tested against a server of its own process: see ui-start.ts.
