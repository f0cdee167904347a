import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two cores are the smallest machine we support; more workers only make the socket tests slower.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
