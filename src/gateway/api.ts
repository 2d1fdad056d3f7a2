/** One API as the gateway serves it: a contract, its mock, and where its operations are mounted. */
import type { Operation } from '../contract/contract.ts';
import type { Compatibility } from '../workspace/settings.ts';
import { lazily, lazilyFor } from '../contract/lazily.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import type { OperationPlan } from '../plan/operation-plan.ts';
import type { Announcement, Intent, Served } from './announced.ts';
import { bySpecificity, honoPaths, readTemplate, type Template } from './request/template.ts';

/** What it is needs its contract and its mock, which may have to be read first: whoever asks for either before `opening` has ended fails. */
export interface Api extends Served {
  readonly slug: string;
  readonly announced: Announcement;
  readonly isRead: () => boolean;
  /** Reads it, where that has not been done; undefined once it is there. What could not be read is tried again by whoever asks next. */
  readonly reading: () => Promise<void> | undefined;
  /** The same with all APIs that hear of what then happens in it: before it is asked. */
  readonly opening: (intent: Intent) => Promise<unknown> | undefined;
  /** What is understood of its contract. */
  readonly plan: ApiPlan;
  /** All that are served with it, itself among them: told of what happens in it. */
  readonly beside: readonly Api[];
  /** Where it answers, without a trailing slash; the first is the one links are made with. */
  readonly mounts: readonly string[];
  /** The path here of what its contract publishes at an address; undefined where the address is somebody else's. */
  readonly pathOf: (address: string) => string | undefined;
  /** The same in a mode of compatibility: itself where it has none, and a promise until its mock of that mode is loaded. */
  readonly like: (mode: Compatibility) => Api | Promise<Api>;
  /** The mode that its mock is of: what that answers is not held to the contract. */
  readonly mode?: Compatibility;
}

/** An operation at one of its mounts. */
export interface Target {
  readonly api: Api;
  readonly operation: Operation;
  readonly template: Template;
  /** Names of its query parameters: known even where the operation cannot be planned. */
  readonly queryNames: ReadonlySet<string>;
  /** What is understood of the operation, from the first request for it on. Throws where that is beyond the limits. */
  readonly plan: OperationPlan;
}

export interface Route {
  readonly honoPath: string;
  readonly targets: readonly Target[];
}

/** One with several servers answers at the path of each. A contract with no base path answers under its own name, and at the root too where it is alone. */
export function mountsOf(
  { basePath, otherBasePaths = [], slug }: Pick<Announcement, 'basePath' | 'slug'> & Partial<Pick<Announcement, 'otherBasePaths'>>,
  { alone }: { readonly alone: boolean },
): readonly string[] {
  return basePath !== '' ? [basePath, ...otherBasePaths] : alone ? ['', `/${slug}`] : [`/${slug}`];
}

/** Where an API is monitored: below its base; and below what the platform's gateway takes for it, which ends before the version of FHIR. */
export const monitoredBases = ({ mounts }: Pick<Api, 'mounts'>): ReadonlySet<string> =>
  new Set(mounts.flatMap((mount) => [mount, mount.replace(/(?<=.)\/FHIR(\/[^/]*)?$/i, '')]));

/** One route per path that Hono can tell from others, the most telling target first, so that a literal always wins over a parameter. */
export function routesOf(apis: readonly Api[]): readonly Route[] {
  const templateOf = lazilyFor(readTemplate);
  const targets = apis.flatMap((api) =>
    api.mounts.flatMap((mount) =>
      api.contract.operations.map((operation): Target => {
        let plan: OperationPlan | undefined;
        const queryNames = lazily(() => new Set(operation.parameters.filter((p) => p.in === 'query').map((p) => p.name)));
        return {
          api,
          operation,
          template: templateOf(mount + operation.path),
          get queryNames() {
            return queryNames();
          },
          get plan() {
            return (plan ??= api.plan.of(operation));
          },
        };
      }),
    ),
  );
  targets.sort((a, b) => bySpecificity(a.template, b.template));
  const pathOf = honoPaths(targets.map(({ template }) => template));
  const routes = new Map<string, Target[]>();
  for (const target of targets) {
    const path = pathOf(target.template);
    const known = routes.get(path);
    if (known) known.push(target);
    else routes.set(path, [target]);
  }
  return [...routes].map(([path, those]) => ({ honoPath: path, targets: those }));
}

export interface Match {
  readonly target: Target;
  readonly path: Readonly<Record<string, string>>;
}

/** What stands of a path behind the API's mount. */
export const pathWithin = ({ mounts }: Api, pathname: string): string =>
  pathname.slice(mounts.find((mount) => pathname.startsWith(mount))?.length ?? 0);

/** The API whose mount a path falls under; the longest wins, and one at the root owns only the paths it documents. */
export function apiOwning(apis: readonly Api[], pathname: string): Api | undefined {
  let owner: { api: Api; length: number } | undefined;
  for (const api of apis) {
    for (const mount of api.mounts) {
      if (mount !== '' && (pathname === mount || pathname.startsWith(`${mount}/`)) && mount.length > (owner?.length ?? 0)) {
        owner = { api, length: mount.length };
      }
    }
  }
  return owner?.api ?? (apis.length === 1 && apis[0]?.mounts[0] === '' ? apis[0] : undefined);
}
