import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  packageOf,
  readManifest,
  readSource,
  type Source,
  sourcesOf,
  type Workspace,
  workspaces,
} from './workspace.ts';

const scope = '@reglament/';

/** Who may import whom, and why no more. `test` plays every part and may see everything it declares. */
const arrows: Readonly<Record<string, { readonly sees: readonly string[]; readonly because: string }>> = {
  calendar: { sees: [], because: 'working time knows dates only' },
  regulation: {
    sees: [],
    because: 'the model of a regulation stands alone, so that every part can read one',
  },
  i18n: { sees: [], because: 'texts know nothing of what they are used for' },
  storage: { sees: [], because: 'the port must fit any store and any row' },
  engine: {
    sees: ['calendar', 'regulation'],
    because: 'the engine decides and performs nothing: no store, no network, no screen',
  },
  api: {
    sees: ['regulation', 'i18n'],
    because: 'the contract between server and screens must not carry the engine into them',
  },
  ui: { sees: ['i18n'], because: 'shared parts show what they are given and fetch nothing' },
  editing: {
    sees: ['regulation'],
    because: 'an edit is a pure change of the document, whoever asks for it and wherever it is drawn',
  },
  drawing: {
    sees: ['regulation', 'i18n'],
    because: 'a drawing is made from the document alone, in a browser and on a server alike',
  },
  wording: {
    sees: ['regulation', 'i18n'],
    because: 'the words of a regulation are made from the document alone, on a screen and on paper alike',
  },
  web: { sees: ['api', 'i18n', 'ui'], because: 'what both web apps stand on knows neither of them' },
  designer: {
    sees: [
      'api',
      'calendar',
      'i18n',
      'ui',
      'web',
      'regulation',
      'editing',
      'drawing',
      'wording',
      'engine/rules',
    ],
    because:
      'a screen meets the server through its API only, never through the engine or the runtime; of the engine the designer has the rules alone, to try them',
  },
  desk: {
    sees: ['api', 'i18n', 'ui', 'web', 'regulation', 'calendar', 'drawing'],
    because: 'a screen meets the server through its API only, never through the engine or the runtime',
  },
  runtime: {
    sees: ['api', 'calendar', 'engine', 'i18n', 'regulation', 'storage'],
    because: 'the server does and decides nothing, and draws no screen',
  },
};

const shortName = (workspace: Workspace) => workspace.manifest.name.slice(scope.length);

/** Imports of one source that go against the arrows, as sentences. */
function wrongArrows(workspace: Workspace, source: Source): readonly string[] {
  const arrow = arrows[shortName(workspace)];
  if (!arrow) return [`${workspace.folder} has no row in the table of arrows`];
  return source.imports.flatMap(({ target }) => {
    const name = packageOf(target);
    if (name === undefined) {
      const reached = posix.join(posix.dirname(source.path), target);
      return reached.startsWith(`${workspace.folder}/`)
        ? []
        : [`${source.path} imports ${target}: reach another workspace through its package name`];
    }
    if (!name.startsWith(scope) || name === workspace.manifest.name) return [];
    return arrow.sees.includes(name.slice(scope.length)) || arrow.sees.includes(target.slice(scope.length))
      ? []
      : [`${source.path} imports ${target}: ${arrow.because}`];
  });
}

/** Packages one source imports and its workspace does not declare, as sentences. */
function undeclared(workspace: Workspace, source: Source): readonly string[] {
  const { dependencies, devDependencies } = workspace.manifest;
  // What tests and settings are run by stands in the root's package.json.
  const declared = source.shipped
    ? { ...dependencies }
    : { ...dependencies, ...devDependencies, ...readManifest('.').devDependencies };
  return source.imports.flatMap(({ target, kind }) => {
    const name = packageOf(target);
    if (name === undefined || name.startsWith('node:') || builtinModules.includes(name)) return [];
    if (name in declared || (kind === 'type' && devDependencies && name in devDependencies)) return [];
    return [`${source.path} imports ${target}, which ${workspace.folder}/package.json does not declare`];
  });
}

/** The first import cycle among the files of one workspace, as the way round. Types and lazy imports are free to meet. */
function findCycle(sources: readonly Source[]): readonly string[] | undefined {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): readonly string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return undefined;
    way.push(path);
    for (const { target, kind } of byPath.get(path)?.imports ?? []) {
      const next = posix.join(posix.dirname(path), target);
      const cycle = kind === 'static' && target.startsWith('.') && byPath.has(next) ? visit(next) : undefined;
      if (cycle) return cycle;
    }
    way.pop();
    done.add(path);
    return undefined;
  };
  for (const path of byPath.keys()) {
    const cycle = visit(path);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('imports', () => {
  const all = workspaces().map((workspace) => ({ workspace, sources: sourcesOf(workspace.folder) }));

  // Seen failing with `import '@reglament/engine'` in packages/api and with a relative path from desk into runtime.
  it('follow the arrows: model, calendar <- engine <- runtime; api <- runtime, desk', () => {
    const product = all.filter(({ workspace }) => workspace.folder !== 'test');
    expect(
      product.flatMap(({ workspace, sources }) =>
        sources.filter((source) => source.shipped).flatMap((source) => wrongArrows(workspace, source)),
      ),
    ).toEqual([]);
  });

  // Seen failing with `import 'zod'` in packages/calendar.
  it('name only packages that their workspace declares', () => {
    expect(
      all.flatMap(({ workspace, sources }) => sources.flatMap((source) => undeclared(workspace, source))),
    ).toEqual([]);
  });

  // Seen failing with two files of packages/calendar that import each other.
  it.each(workspaces().map(({ folder }) => folder))('make no circle inside %s', (folder) => {
    expect(findCycle(sourcesOf(folder))).toBeUndefined();
  });

  it('are judged right on planted files', () => {
    const engine = {
      folder: 'packages/engine',
      manifest: { name: '@reglament/engine', dependencies: { zod: '1' } },
    };
    const plant = (code: string, path = 'packages/engine/src/a.ts') => readSource(path, code);
    expect(wrongArrows(engine, plant("import type { Store } from '@reglament/storage';"))).toHaveLength(1);
    expect(wrongArrows(engine, plant("import { x } from '../../calendar/src/x.ts';"))).toHaveLength(1);
    expect(wrongArrows(engine, plant("export {\n  x,\n} from '@reglament/calendar';"))).toEqual([]);
    const designer = { folder: 'designer', manifest: { name: '@reglament/designer' } };
    const screen = (target: string) => plant(`import { x } from '${target}';`, 'designer/src/a.ts');
    expect(wrongArrows(designer, screen('@reglament/engine'))).toHaveLength(1);
    expect(wrongArrows(designer, screen('@reglament/engine/rules'))).toEqual([]);
    expect(undeclared(engine, plant("import { pino } from 'pino';"))).toHaveLength(1);
    expect(undeclared(engine, plant("import { z } from 'zod/mini';"))).toEqual([]);
    expect(undeclared(engine, plant(`const x = await ${'import'}('pino');`))).toHaveLength(1);
    const circle = [
      plant("import { b } from './b.ts';"),
      plant("export * from './a.ts';", 'packages/engine/src/b.ts'),
    ];
    expect(findCycle(circle)).toEqual([
      'packages/engine/src/a.ts',
      'packages/engine/src/b.ts',
      'packages/engine/src/a.ts',
    ]);
    const types = [circle[0]!, plant("import type { A } from './a.ts';", 'packages/engine/src/b.ts')];
    expect(findCycle(types)).toBeUndefined();
  });
});
