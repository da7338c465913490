// For a town that takes the calculator away for good: upload this file into its folder under the name sw.js, in place of
// the old one, and leave it there. Browsers that kept the calculator remove their copy with the next visit.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const remove = async () => {
    const kept = (await caches.keys()).filter((name) => name.startsWith(`autonomia ${registration.scope} `));
    await Promise.all(kept.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(remove());
});
