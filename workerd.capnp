# The edge runtime on plain workerd, with no Cloudflare account: WORKSPACE_SECRET=… workerd serve workerd.capnp
# Workspaces are kept below .sandbox/workspaces, which has to be there; --directory-path=workspaces=… puts them elsewhere.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "sandbox", worker = .sandbox),
    (name = "nowhere", worker = .nowhere),
    (name = "workspaces", disk = (path = ".sandbox/workspaces", writable = true)),
  ],
  sockets = [ (name = "http", address = "127.0.0.1:8787", http = (), service = "sandbox") ],
);

const sandbox :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "dist/worker/worker.js"),
    (name = "texts.bin", data = embed "dist/worker/texts.bin"),
  ],
  compatibilityDate = "2026-10-01",
  bindings = [
    (name = "WORKSPACES", durableObjectNamespace = "WorkspaceObject"),
    (name = "REGISTRIES", durableObjectNamespace = "RegistryObject"),
    (name = "WORKSPACE_SECRET", fromEnvironment = "WORKSPACE_SECRET"),
    # The key of whoever operates the deployment; without it nobody does.
    (name = "OPERATOR_KEY", fromEnvironment = "OPERATOR_KEY"),
    # Each may be left out; src/runtimes/edge/edge-settings.ts says what they are.
    (name = "ALLOWED_ORIGINS", fromEnvironment = "ALLOWED_ORIGINS"),
    (name = "MINTING_PER_MINUTE", fromEnvironment = "MINTING_PER_MINUTE"),
    (name = "CLIENT_ADDRESS_HEADER", fromEnvironment = "CLIENT_ADDRESS_HEADER"),
    (name = "SECURITY_CONTACT", fromEnvironment = "SECURITY_CONTACT"),
    (name = "PORTAL_ORIGIN", fromEnvironment = "PORTAL_ORIGIN"),
    (name = "MOCK_ORIGIN", fromEnvironment = "MOCK_ORIGIN"),
    (name = "CALLBACKS", fromEnvironment = "CALLBACKS"),
  ],
  durableObjectNamespaces = [
    (className = "WorkspaceObject", uniqueKey = "nhs-api-sandbox-workspace", enableSql = true),
    (className = "RegistryObject", uniqueKey = "nhs-api-sandbox-registry", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "workspaces"),
  globalOutbound = "nowhere",
);

# A mock has nobody to call. Where CALLBACKS is on, put a network of public addresses in its place:
# (name = "nowhere", network = (allow = ["public"], tlsOptions = (trustBrowserCas = true))).
const nowhere :Workerd.Worker = (
  modules = [ (name = "nowhere.js", esModule = "export default { fetch: () => new Response('no request leaves the sandbox', { status: 403 }) }") ],
  compatibilityDate = "2026-10-01",
);
