/**
 * The process of one bot that is no whole Rolewise, on the platforms that the environment names; says "is running" on
 * standard error. The first argument is its kind:
 *
 * - `adapter`: our adapters, over conversations that understand each wording once, so that what remains is their own cost.
 * - `echo`: the bare clients, which say back what they were told, or what `ECHO_FILE` holds where one is given.
 */
import { readFile } from "node:fs/promises";
import { startEchoes } from "./echo.ts";
import { startAdapters } from "./kept-answers.ts";
import { whereOf } from "./where.ts";

const where = whereOf(process.env);
const { ECHO_FILE } = process.env;
if (process.argv[2] === "adapter") await startAdapters(where);
else await startEchoes(where, ECHO_FILE === undefined ? {} : JSON.parse(await readFile(ECHO_FILE, "utf8")));
console.error("is running");
