// Prints why a Lighthouse report has no figures, in a few words; nothing when it has: node lighthouse-fault.mjs REPORT STDERR.
import { existsSync, readFileSync } from "node:fs";

const [, , file, err] = process.argv;
if (existsSync(file)) {
  const { runtimeError } = JSON.parse(readFileSync(file, "utf8"));
  if (runtimeError) console.log(runtimeError.code);
} else {
  const lines = readFileSync(err, "utf8").split("\n").filter(Boolean);
  console.log(`no report (${(lines.find((line) => /error|crash/i.test(line)) ?? lines[0] ?? "it said nothing").slice(0, 120)})`);
}
