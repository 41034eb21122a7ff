/** Rules alone, for a screen that tries them: the runtime's own closures without the rest of the engine. */
export { type CompiledRule, compileConditions, compileRules, type ReadFact } from './rules/compile-rules.ts';
export { type Explained, explainConditions } from './rules/explain.ts';
export { takeAlternative } from './rules/take-alternative.ts';
