// The calculator in a page of any site: <autonomia-kalkulator town="zywiec"></autonomia-kalkulator>.
// Attributes, messages and why the frame is locked in as it is: docs/embedding.md.
(() => {
  const name = "autonomia-kalkulator";
  if (customElements.get(name)) return;

  const home = document.currentScript?.src ?? document.baseURI;
  const passed = ["town", "lang", "theme", "accent", "hide", "lock"];
  const further = ["compact", "door", "height", "results", "scenario", "src", "title"];
  const longest = 50000;
  const usual = 800;

  /** A height in whole pixels; nothing for what is no height. */
  const height = (px) => (typeof px === "number" && px >= 1 && px <= longest ? Math.ceil(px) : undefined);

  /** What a frame says of its result, with numbers and nothing else in it. */
  function result({ door, figures }) {
    if (!["home", "firm"].includes(door) || typeof figures !== "object" || !figures) return undefined;
    const isFigure = ([key, value]) => /^[a-z_0-9]{1,30}$/.test(key) && (value === null || Number.isFinite(value));
    const entries = Object.entries(figures);
    return entries.length <= 20 && entries.every(isFigure) ? { door, figures: Object.fromEntries(entries) } : undefined;
  }

  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = [...passed, ...further];

      #frame;
      #waits = false;
      #hear = (event) => this.#heard(event);

      connectedCallback() {
        addEventListener("message", this.#hear);
        this.#renew();
      }

      disconnectedCallback() {
        removeEventListener("message", this.#hear);
      }

      attributeChangedCallback(attribute, before, now) {
        if (!this.#frame || before === now || this.#waits) return;
        // Several changes at once make one new frame; a new one leaves no step behind for the "back" button.
        this.#waits = true;
        queueMicrotask(() => {
          this.#waits = false;
          if (this.isConnected) this.#renew();
        });
      }

      #has(attribute) {
        return (this.getAttribute(attribute) ?? "false") !== "false";
      }

      /** The address of the page with everything that is asked of it. */
      get #address() {
        const folder = new URL((this.getAttribute("src") || new URL("./", home).href).replace(/\/?$/, "/"), document.baseURI);
        const url = new URL(this.getAttribute("door") === "firma" ? "firma.html" : "", folder);
        const query = new URLSearchParams({ v: 1 });
        for (const attribute of passed) {
          if (this.getAttribute(attribute)) query.set(attribute, this.getAttribute(attribute));
        }
        if (this.#has("compact")) query.set("compact", 1);
        if (this.#has("results")) query.set("results", location.origin);
        const scenario = (this.getAttribute("scenario") ?? "").split("#").pop();
        return Object.assign(url, { search: query, hash: /^[\w-]{1,20000}$/.test(scenario) ? scenario : "" });
      }

      #renew() {
        const address = this.#address;
        if (!/^https?:$/.test(address.protocol)) return;
        const frame = document.createElement("iframe");
        const title = this.getAttribute("lang") === "en" ? "Energy calculator" : "Kalkulator energii";
        frame.title = this.getAttribute("title") || `${title} Autonomia`;
        frame.loading = "lazy";
        frame.allow = "";
        // On the host's own site this would keep nothing from the frame.
        if (address.origin !== location.origin) {
          frame.sandbox =
            "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups " +
            "allow-popups-to-escape-sandbox";
        }
        const first = height(Number(this.getAttribute("height"))) ?? usual;
        Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${first}px` });
        frame.src = address;
        this.style.display = "block";
        this.replaceChildren(frame);
        this.#frame = frame;
      }

      #heard({ source, origin, data }) {
        const frame = this.#frame;
        if (!frame || source !== frame.contentWindow || ![new URL(frame.src).origin, "null"].includes(origin)) return;
        if (data?.v !== 1) return;
        if (data.type === "height" && height(data.px)) frame.style.height = `${height(data.px)}px`;
        const detail = data.type === "result" && this.#has("results") && result(data);
        if (detail) this.dispatchEvent(new CustomEvent("autonomia-result", { bubbles: true, detail }));
      }
    },
  );
})();
