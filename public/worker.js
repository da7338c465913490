// Runs the page's own WebAssembly module in this worker: the first message brings the address of the glue and the
// compiled module, so nothing is fetched or compiled a second time. Messages that arrive before the Rust side has
// set its own handler are kept and replayed in order.

const early = [];

self.onmessage = async ({ data: [glue, module] }) => {
  self.onmessage = (event) => early.push(event.data);
  const { initSync } = await import(glue);
  initSync({ module });
  for (const data of early) self.dispatchEvent(new MessageEvent("message", { data }));
};
