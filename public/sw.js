// Keeps the calculator for use without a network. A service worker: it answers for this folder, and only for the files
// of the calculator in it. It never touches what the page itself keeps (localStorage).
//
// Each version is fetched whole into a cache of its own, every file checked against its digest; if one is missing or
// differs (an upload still under way, say), nothing changes and the browser tries again with the next visit. A complete
// version takes over at once for pages that start from then on. A page that runs already stays with its version: the
// names of its files carry a digest of their content, and its cache stays until no page holds the lock of its name.
//
// Pages come from the cache, without asking the network first: they start at once, they and their files are always of
// one version, and offline is no special case. The price: after an update a visitor sees the version before it once
// more, with a notice (offline.js).

const { version, pages, files, vectors, plain } = "bundle:files";

/** What a town lays beside the calculator: of no version, asked for anew with every visit. */
const packFile = /^pakiet\/[\w-]+\.(json|csv|svg|png|webp)$/;
/** Longest wait for it before the copy kept from the last visit is given, in milliseconds. */
const packPatience = 1_500;

/** Other copies of the calculator on the same site lie in other folders. */
const prefix = `autonomia ${registration.scope} `;
const own = prefix + version;
const packCache = `${prefix}pakiet`;

const hashed = /-[0-9a-f]{16}\.\w+$/;
const address = (name) => new URL(name, registration.scope).href;

/** The name of a file of the folder, without what follows "?" or "#"; the folder itself means its first page. */
function nameOf(url) {
  const plainUrl = url.split(/[?#]/)[0];
  return plainUrl.startsWith(registration.scope) ? plainUrl.slice(registration.scope.length) || "index.html" : undefined;
}

/** Whether the browser runs the vector instructions of WebAssembly: the question that the page asks (ui/studies.rs). */
function hasVectors() {
  const program = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];
  return WebAssembly.validate(new Uint8Array(program));
}

/** Everything that this browser can use; where it is told to save data, only what the open pages have loaded anyway. */
async function wanted() {
  if (navigator.connection?.saveData) {
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    return new Set(open.flatMap(({ url }) => pages[nameOf(url)] ?? []));
  }
  const useless = hasVectors() ? plain : vectors;
  return Object.keys(files).filter((name) => !useless.includes(name));
}

/** Fetches a file of this version, from the browser's own cache where it is there, and keeps it if it is the right one. */
async function keep(cache, name) {
  const response = await fetch(address(name), {
    integrity: files[name],
    cache: hashed.test(name) ? "default" : "no-cache",
  });
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  // A page may not be answered with a response that was redirected.
  await cache.put(address(name), response.redirected ? new Response(response.body, response) : response);
}

/** Fetches a file of the pack and keeps it; forgets one that is there no more. Nothing comes of a server in trouble. */
async function fetchPack(url) {
  const response = await fetch(url, { cache: "no-cache" });
  const cache = await caches.open(packCache);
  if (response.ok) await cache.put(url, response.clone());
  else if (response.status === 404) await cache.delete(url);
  else return undefined;
  return response;
}

/** Keeps the whole pack: a page that is open before this worker has fetched it by itself. */
async function keepPack() {
  const { tables = [], logo } = await (await fetchPack(address("pakiet/pakiet.json"))).json();
  await Promise.all([...tables, logo ?? []].flat().map((name) => fetchPack(address(`pakiet/${name}`))));
}

/** A file of the pack from the network, or, where that takes too long, as it was last time. */
async function packAnswer(event, url) {
  const fresh = fetchPack(url);
  event.waitUntil(fresh.catch(() => {}));
  const kept = await (await caches.open(packCache)).match(url);
  if (!kept) return (await fresh) ?? Response.error();
  const late = new Promise((resolve) => setTimeout(resolve, packPatience));
  return (await Promise.race([fresh.catch(() => {}), late])) ?? kept;
}

async function install() {
  const known = await caches.has(own);
  try {
    const cache = await caches.open(own);
    await Promise.all([...(await wanted())].map((name) => keep(cache, name)));
  } catch (error) {
    if (!known) await caches.delete(own);
    throw error;
  }
  await keepPack().catch(() => {}); // without it the calculator is whole, too
  await skipWaiting();
}

/** Removes the caches of other versions that no page uses and none is being filled. */
async function sweep() {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own && name !== packCache);
  for (const name of others) {
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && caches.delete(name));
  }
}

async function activate() {
  await clients.claim();
  for (const page of await clients.matchAll({ type: "window" })) page.postMessage(version);
  await sweep();
}

async function answer(event, name) {
  const cache = await caches.open(own);
  // Names with a digest may belong to a version that a page still runs.
  const kept = (await cache.match(address(name))) ?? (hashed.test(name) ? await caches.match(address(name)) : undefined);
  if (kept) return kept;
  const response = await fetch(event.request);
  // Left out to save data, but asked for now: kept from here on.
  if (response.ok && name in files) event.waitUntil(keep(cache, name).catch(() => {}));
  return response;
}

addEventListener("install", (event) => {
  event.waitUntil(navigator.locks.request(own, { mode: "shared" }, install));
});

addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const name = nameOf(url);
  if (method === "GET" && mode !== "navigate" && packFile.test(name)) event.respondWith(packAnswer(event, address(name)));
  if (method !== "GET" || name === undefined || !(name in files || hashed.test(name))) return;
  if (mode === "navigate") event.waitUntil(sweep());
  event.respondWith(answer(event, name));
});
