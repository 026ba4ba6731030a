// Runs before anything else: schemas are not turned into code, which the content policy forbids and every attempt is reported.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
