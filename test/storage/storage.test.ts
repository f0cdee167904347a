import { describe } from "vitest";
import { storageContract } from "./contract.ts";
import { describePostgres } from "./support/postgres.ts";
import { openMemory, openPostgresSubject, openSqliteSubject } from "./support/subject.ts";
import { traceContract } from "./trace-contract.ts";

describe("storage in process memory", () => {
  storageContract(openMemory);
});

describe("storage in a file (SQLite)", () => {
  storageContract(openSqliteSubject);
  traceContract(openSqliteSubject);
});

describePostgres("storage on a server", () => {
  storageContract(openPostgresSubject);
  traceContract(openPostgresSubject);
});
