import { compileConditions } from '@reglament/engine';
import type { RuleConditions } from '@reglament/regulation';
import { runRulesEngine } from '../../packages/engine/src/rules/rules-engine.ts';
import { printTable, spread } from './lib/table.ts';

// Fifty rules compiled to closures against json-rules-engine, with equal results.
const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const card = { count: 3, kind: 'supply', price: rub(10_000_000) };
const rules = Array.from({ length: 50 }, (_, index) => ({
  all: [
    { fact: 'card.count', operator: 'greaterThan', value: index - 100 },
    { fact: 'card.kind', operator: 'equal', value: index % 2 === 0 ? 'supply' : 'works' },
    { fact: 'card.price', operator: 'moneyLessThan', value: rub(90_000_000 + index) },
  ],
})) satisfies RuleConditions[];
const compiled = rules.map(compileConditions);
const byId = Object.fromEntries(rules.map((rule, index) => [`r${index}`, rule]));
const values = new Map<string, unknown>(Object.entries(card).map(([name, value]) => [`card.${name}`, value]));

function compiledUs(times: number): number {
  const begun = performance.now();
  let held = 0;
  for (let n = 0; n < times; n += 1)
    for (const { test } of compiled) if (test((fact) => values.get(fact) as never)) held += 1;
  if (held !== 25 * times) throw new Error(`${held / times} rules held of 25`);
  return ((performance.now() - begun) * 1_000) / times;
}

async function engineUs(times: number): Promise<number> {
  const begun = performance.now();
  for (let n = 0; n < times; n += 1) {
    const held = await runRulesEngine(byId, { card } as never);
    if (held.size !== 25) throw new Error(`${held.size} rules held of 25`);
  }
  return ((performance.now() - begun) * 1_000) / times;
}

compiledUs(5_000);
await engineUs(40);
const rows: number[][] = [];
for (let run = 1; run <= 5; run += 1) {
  const [fast, slow] = [compiledUs(5_000), await engineUs(40)];
  rows.push([run, fast, slow, slow / fast]);
}
printTable(
  'Fifty rules; goal: compiled at least 100 times as fast',
  'run compiled,us json-rules-engine,us times'.split(' '),
  rows,
);
process.stdout.write(`  times, min / median / max: ${spread(rows.map((row) => row[3]!))}\n`);
