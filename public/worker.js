// Runs a WebAssembly program in this worker. The first message brings the address of its glue and either the compiled
// module (the page's own program: nothing is fetched or compiled a second time) or the address of the program with its
// digest; then what a town has laid over the tables (pack.js), which every program finds at the same place. This order of
// the first message is for good: the file has no version in its name, and a page that started
// before an update may still ask for it. Messages that arrive before the Rust side has set its own handler are kept and
// replayed in order.

const early = [];

self.onmessage = async ({ data: [glue, program, integrity, pack] }) => {
  self.autonomiaPack = pack;
  self.onmessage = (event) => early.push(event.data);
  try {
    const { default: init, initSync } = await import(glue);
    if (integrity) await init({ module_or_path: fetch(program, { integrity }) });
    else initSync({ module: program });
  } catch (error) {
    // Reaches the page as an error of the worker; a rejected promise would not.
    reportError(error);
  }
  for (const data of early) self.dispatchEvent(new MessageEvent("message", { data }));
};
