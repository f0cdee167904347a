import { config as loadDotenv } from "dotenv";
import { readArguments } from "./arguments.ts";
import { run } from "./run.ts";

loadDotenv({ quiet: true });
process.exitCode = await run(readArguments(process.argv.slice(2)), process);
