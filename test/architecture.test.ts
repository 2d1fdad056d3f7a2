/** The architecture document nobody can let rot: which folder may import which, and what no shared code may contain. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import what. A folder may always import itself; a file name allows that one file of a folder. */
const edges: Readonly<Record<string, readonly string[]>> = {
  'src/contract': [],
  'src/mock': [
    'src/contract',
    'src/clinical-record.ts',
    'src/population.ts',
    'src/workspace/store/store.ts',
    'src/workspace/time/clock.ts',
    'src/workspace/settings.ts',
    'src/workspace/journal/exchange.ts',
  ],
  'src/clinical-record.ts': ['src/population.ts'],
  'src/organisation-register.ts': ['src/population.ts'],
  'src/population.ts': ['src/clinical-record.ts', 'src/organisation-register.ts'],
  'src/fhir': ['src/contract', 'src/population.ts', 'src/clinical-record.ts'],
  'src/nhs': [
    'src/contract/contract.ts',
    'src/contract/json-pointer.ts',
    'src/contract/uuid.ts',
    'src/mock',
    'src/fhir',
    'src/organisation-register.ts',
    'src/population.ts',
  ],
  'src/world': ['src/population.ts', 'src/organisation-register.ts', 'src/clinical-record.ts', 'src/contract/lazily.ts', 'src/fhir'],
  'src/people': ['src/clinical-record.ts', 'src/population.ts', 'src/fhir', 'src/world'],
  'src/meaning': ['src/contract', 'src/fhir'],
  'src/making': ['src/contract', 'src/meaning', 'src/fhir', 'src/population.ts', 'src/clinical-record.ts'],
  'src/plan': [
    'src/contract',
    'src/meaning',
    'src/clinical-record.ts',
    'src/dialect',
    'src/fhir',
    'src/mock',
    'src/population.ts',
    'src/making',
    'src/workspace/store/store.ts',
  ],
  'src/answer': [
    'src/contract',
    'src/meaning',
    'src/making',
    'src/plan',
    'src/mock',
    'src/clinical-record.ts',
    'src/population.ts',
    'src/workspace/store/store.ts',
    'src/workspace/settings.ts',
    'src/fhir',
  ],
  'src/dialect': ['src/contract', 'src/meaning', 'src/mock'],
  'src/outbound': ['src/contract/bytes-within.ts', 'src/contract/contract.ts', 'src/contract/media-type.ts'],
  'src/workspace': [
    'src/outbound',
    'src/contract/base64.ts',
    'src/contract/bytes-of.ts',
    'src/contract/contract.ts',
    'src/contract/lazily.ts',
    'src/contract/limits.ts',
    'src/contract/media-type.ts',
    'src/contract/uuid.ts',
    'src/mock',
    'src/population.ts',
    'src/fhir/escapes.ts',
    'src/fhir/live-numbers.ts',
    'src/fhir/nhs-number.ts',
    'src/clinical-record.ts',
    'src/world/clinical/with-changes.ts',
    'src/world/first-that.ts',
    'src/world/own-person.ts',
    'src/world/own-people.ts',
    'src/world/reach.ts',
  ],
  'src/gateway': [
    'src/contract',
    'src/mock',
    'src/clinical-record.ts',
    'src/population.ts',
    'src/meaning',
    'src/plan',
    'src/answer',
    'src/dialect',
    'src/fhir',
    'src/workspace',
    'src/control',
  ],
  'src/conformance': [
    'src/contract',
    'src/mock',
    'src/fhir/nhs-number.ts',
    'src/fhir/live-numbers.ts',
    'src/population.ts',
    'src/world/traits.ts',
    'src/workspace/counters.ts',
    'src/workspace/journal/exchange.ts',
  ],
  'src/workspaces': ['src/gateway', 'src/workspace', 'src/mock', 'src/fhir'],
  'src/control': [
    'src/clinical-record.ts',
    'src/conformance',
    'src/contract',
    'src/dialect/words/reason-phrases.ts',
    'src/fhir',
    'src/gateway',
    'src/generated',
    'src/identity/sessions/record-for.ts',
    'src/identity/users',
    'src/mock',
    'src/people',
    'src/plan',
    'src/population.ts',
    'src/workspace',
    'src/workspaces',
    'src/world',
  ],
  'src/identity': [
    'src/contract',
    'src/control/visited.ts',
    'src/dialect/rate-limits.ts',
    'src/fhir/live-numbers.ts',
    'src/fhir/nhs-number.ts',
    'src/gateway/announced.ts',
    'src/generated',
    'src/mock',
    'src/people/in-words.ts',
    'src/population.ts',
    'src/workspace/applications',
    'src/workspace/extras.ts',
    'src/workspace/secret.ts',
    'src/workspace/store/sortable-instant.ts',
    'src/workspace/strict-access.ts',
  ],
  'src/portal': [
    'src/conformance/report/blocks.ts',
    'src/contract/bytes-within.ts',
    'src/contract/counted.ts',
    'src/contract/csv-line.ts',
    'src/contract/media-type.ts',
    'src/gateway/places.ts',
    'src/gateway/works/shell-words.ts',
    'src/generated',
    'src/workspace/time/clock.ts',
  ],
  'src/generated': ['src/contract', 'mocks'],
  'src/runtimes': ['src', 'mocks'],
  'src/cli': ['src', 'mocks', 'package.json'],
  mocks: [
    'src/mock',
    'src/organisation-register.ts',
    'src/clinical-record.ts',
    'src/population.ts',
    'src/contract/base64.ts',
    'src/contract/contract.ts',
    'src/contract/json.ts',
    'src/contract/json-pointer.ts',
    'src/contract/json-edit.ts',
    'src/contract/media-type.ts',
    'src/contract/equal.ts',
    'src/contract/uuid.ts',
    'src/fhir',
    'src/nhs',
    'src/world',
    'src/generated',
  ],
};

/** One API's mock never imports another's: only from folders without one, which hold what several share. What is generated sees them all. */
const isApart = (folder: string): boolean => existsSync(join(root, folder, 'mock.ts'));
const folderOf = (file: string): string => /^mocks\/[^/]+\//.exec(file)?.[0] ?? '';

/** Names and short names of NHS APIs. What is known of one stands in openapi/ and mocks/. */
const apiNames = [
  'personal demographics',
  'pds',
  'mesh',
  'nhs notify',
  'notify',
  'e-referral',
  'e-referrals',
  'ers',
  'bars',
  'nrl',
  'national record locator',
  'eps',
  'electronic prescription',
  'gp connect',
  'gpconnect',
  'scr',
  'summary care record',
  'mns',
  'multicast',
  'ods api',
  'spine directory',
  'sds api',
  'immunisation history',
  'immunisation fhir',
  'pathology',
  'dos search',
  'eligibility signposting',
  'canary',
  'hello world',
];

const files = globSync(['src/**/*.{ts,tsx}', 'mocks/**/*.ts'], { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const ours = files.filter((file) => !file.startsWith('src/generated/'));
const shared = ours.filter((file) => !/^src\/(runtimes|cli)\//.test(file));

const text = (file: string): string => readFileSync(join(root, file), 'utf8');
/** The code without its comments, so that a comment may say what the code must not do. */
const code = (file: string): string => text(file).replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

const importsOf = (file: string): string[] =>
  [...code(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier]) => specifier ?? '');

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** The most particular row of the table that a file belongs to. */
const rowOf = (file: string): string | undefined =>
  Object.keys(edges)
    .filter((place) => within(file, place))
    .toSorted((a, b) => b.length - a.length)[0];

/** The files of ours that a file imports, from the root. */
const targetsOf = (file: string): string[] =>
  importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/'));

function wrongEdges(file: string): string[] {
  const row = rowOf(file);
  if (row === undefined) return [`${file} belongs to no row of the table`];
  return targetsOf(file)
    .filter((target) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      if (from && to && from !== to && isApart(to)) return true;
      return !within(target, row) && !(edges[row] ?? []).some((place) => within(target, place));
    })
    .map((target) => `${file} → ${target}`);
}

function unusedEdges(): string[] {
  const used = files.flatMap((file) => targetsOf(file).map((target) => ({ row: rowOf(file), target })));
  return Object.entries(edges).flatMap(([row, places]) =>
    places
      .filter((place) => !used.some((edge) => edge.row === row && !within(edge.target, row) && within(edge.target, place)))
      .map((place) => `${row} → ${place}`),
  );
}

/** What starts a program, or is imported by those who use the package. */
const entries = [
  'src/cli/launch.ts',
  'src/cli/build/*.ts',
  'src/runtimes/edge/worker.ts',
  'src/runtimes/browser/{sandbox,msw,vitest,client,mock,auth}.ts',
  'src/portal/script/*.ts',
  'bench/*.ts',
];

/** The files that nothing comes to from an entry: only tests import them, or nobody does. */
function unreached(): string[] {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file) || !/\.tsx?$/.test(file) || !existsSync(join(root, file))) return;
    reached.add(file);
    targetsOf(file).forEach(visit);
  };
  globSync(entries, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .forEach(visit);
  return ours.filter((file) => !file.endsWith('.d.ts') && !reached.has(file));
}

/** Every place where `pattern` stands in the code of `places`. */
const findings = (places: readonly string[], pattern: RegExp, read = code): string[] =>
  places.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );

describe('imports', () => {
  test('run one way, along the edges of the table', () => {
    expect(ours.flatMap(wrongEdges)).toEqual([]);
  });

  test('use every edge of the table', () => {
    expect(unusedEdges()).toEqual([]);
  });

  test('lead to every file from something that is run or published, not from tests alone', () => {
    expect(unreached()).toEqual([]);
  });

  test('name existing folders in every row of the table', () => {
    const optional = ['src/generated'];
    const places = [...Object.keys(edges), ...Object.values(edges).flat()].filter((place) => !optional.some((name) => within(place, name)));
    expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
  });

  test('of shared code never reach a Node built-in', () => {
    const builtins = new Set(builtinModules);
    const wrong = shared.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('node:') || specifier.startsWith('cloudflare:') || builtins.has(specifier))
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('carry the file ending and pass through no barrel', () => {
    const endless = ours.flatMap((file) =>
      importsOf(file)
        .filter((to) => to.startsWith('.') && !/\.(tsx?|json|txt|js)$/.test(to))
        .map((to) => `${file} → ${to}`),
    );
    expect(endless).toEqual([]);
    expect(findings(ours, /^export \* from/)).toEqual([]);
  });
});

describe('shared code', () => {
  test('names no API', () => {
    const slugs = globSync('openapi/*.yaml', { cwd: root })
      .map((file) => basename(file, '.yaml'))
      // What comes with the sandbox is not one of the APIs that it is for.
      .filter((slug) => !/^  x-sandbox-own: true$/m.test(text(`openapi/${slug}.yaml`)));
    const names = [...new Set([...slugs, ...slugs.map((slug) => slug.replaceAll('-', ' ')), ...apiNames])];
    const pattern = new RegExp(`(?<![a-z])(?:${names.join('|')})(?![a-z])`, 'i');
    expect(
      findings(
        ours.filter((file) => file.startsWith('src/')),
        pattern,
        // A claim that NHS login has is no API of that name, and neither is a published profile, extension or code system.
        (file) =>
          text(file)
            .replaceAll('phone_number_pds_matched', '')
            .replaceAll(/(?:Extension-)?GPConnect-(?=[A-Z])/g, ''),
      ),
    ).toEqual([]);
  });

  test('makes no code from strings', () => {
    expect(findings(shared, /\beval\(|\bnew Function\b|\bFunction\(|\bAsyncFunction\b/)).toEqual([]);
  });

  test('reads time from the clock and chance from the seed', () => {
    // Ids and keys of workspaces are secrets, and so is what a form proves itself by: they must not be told from anything.
    const secrets = ['src/workspace/secret.ts', 'src/portal/cookies.ts'];
    const places = shared.filter((file) => file !== 'src/workspace/time/clock.ts' && !secrets.includes(file));
    expect(
      findings(places, /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\bgetRandomValues\b/),
    ).toEqual([]);
  });

  test('keeps no mutable state in a module', () => {
    expect(findings(shared, /^(?:export )?(?:let|var)\b/)).toEqual([]);
  });

  test('touches no process, file or environment variable', () => {
    expect(findings(shared, /\bprocess\.|\b__dirname\b|\bimport\.meta\.(?:dirname|filename|url)\b|\bBuffer\b/)).toEqual([]);
  });
});

test('the world is drawn alike on every platform: nothing of the locale, no inexact mathematics', () => {
  const world = ours.filter((file) => file.startsWith('src/world/'));
  expect(
    findings(
      world,
      /\bIntl\.|\blocaleCompare\b|\btoLocale|\bMath\.(?:sin|cos|tan|a(?:sin|cos|tan)h?2?|exp|expm1|log|log2|log10|log1p|pow|sinh|cosh|tanh|cbrt|hypot)\b/,
    ),
  ).toEqual([]);
});

describe('what is understood of a contract', () => {
  /** Files outside the plan that may remember by a contract, an operation or a schema, and why. */
  const remembering: Readonly<Record<string, string>> = {
    'src/contract/lazily.ts': 'the way in which others remember by an object',
    'src/contract/discriminator.ts': 'which components extend which, found once for those checks',
    'src/contract/validation/validate-interpreted.ts': 'the checks of one contract, compiled and held by it',
    'src/contract/validation/lenient-check.ts': 'numbers schemas to tell one use from another, for one body or parameter',
    'src/contract/validation/requirements.ts': 'which schema stands around which, for those checks',
    'src/meaning/schema/merged-schema.ts': 'the reader of one contract, held by its meaning and so by its plan',
    'src/meaning/infer-roles.ts': 'the roles of parameters, part of that meaning',
    'src/making/generate.ts': 'what schemas have taught a generator, held by the plan of its API',
    'src/nhs/once-per-register.ts': 'what is made of the organisations of a day, and of no contract',
    'src/world/pattern/once-per-pattern.ts': 'what is true of the people, and nothing of a contract',
    'src/gateway/response/self-check.ts': 'counts answers, and understands nothing',
    'src/gateway/faults/plan-faults.ts': 'rules of a workspace, read once after each change',
    'src/gateway/stubs/answer-by-stub.ts': 'rules of a workspace, read once after each change',
  };
  const keyed = /\bnew WeakMap\b|\blazilyOf[<(]|\bnew Map<\s*(?:Contract|Operation|Schema\w*|MediaType|DocumentedResponse|Parameter)\b/;

  test('is held by its plan, and remembered nowhere else', () => {
    const places = shared.filter((file) => !file.startsWith('src/plan/') && !(file in remembering));
    expect(findings(places, keyed)).toEqual([]);
  });

  test('has no exception that nothing needs', () => {
    expect(Object.keys(remembering).filter((file) => findings([file], keyed).length === 0)).toEqual([]);
  });
});

describe('names', () => {
  test('of folders say what is inside', () => {
    const vague =
      /(?:^|\/)(?:types?\/|(?:utils?|helpers?|common|libs?|misc|shared|core|services?|managers?|handlers?|models?)(?:\/|\.ts$))/;
    expect(ours.filter((file) => vague.test(file))).toEqual([]);
  });

  test('of what src exports stand for one thing', () => {
    // Each of these is the command of its file.
    const many = new Set(['command']);
    const exported = ours
      .filter((file) => file.startsWith('src/'))
      .flatMap((file) =>
        [...code(file).matchAll(/^export (?:const|function\*?|interface|type|class) (\w+)/gm)].map(([, name = '']) => ({ name, file })),
      );
    // A function that is overloaded, and a type beside its value, are one thing in one file.
    const files = Map.groupBy(exported, ({ name }) => name);
    const twice = [...files].filter(([name, those]) => !many.has(name) && new Set(those.map(({ file }) => file)).size > 1);
    expect(twice.map(([name, those]) => `${name}: ${those.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });

  test('of files are kebab-case', () => {
    expect(ours.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/.test(basename(file)))).toEqual([]);
  });
});

test('code needs no enum, and no any', () => {
  expect(findings(ours, /^\s*(?:export )?(?:const )?enum \w|:\s*any\b|\bas any\b|<any>|@ts-(?:ignore|nocheck|expect-error)/)).toEqual([]);
});

test('every file opens with a sentence that says what it does', () => {
  expect(ours.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(text(file)))).toEqual([]);
});

test('hooks stand in files of tests and in their setup: a module that several of them import runs once in a worker', () => {
  const modules = globSync('test/**/*.ts', { cwd: root, exclude: ['test/setup/**', 'test/**/*.{test,browser,package,soak}.ts'] });
  expect(modules.length).toBeGreaterThan(50);
  expect(findings(modules, /^(?:vi\w*\.)?(?:before|after|around)(?:Each|All)\(/)).toEqual([]);
});
