// The configurations that a town copies (deploy/): nginx and Apache below a sub-folder, with the files, types and headers
// that the project's own server sends. SERVERS names the folder with both programs (xtask/setup.sh).

import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { firstResult } from "./contract.mjs";
import { eventually, paths, root, withPage, withServer } from "./harness.mjs";

const base = "/oze/";
const programs = process.env.SERVERS ?? path.join(root, ".tools/servers");
const deployed = (name) => fs.readFileSync(path.join(root, "deploy", name), "utf8");

/** Whether there are servers to try. */
export const hasServers = fs.existsSync(path.join(programs, "usr/sbin/nginx"));

/** nginx with the shipped lines in its server block; only the folder of the site is another. */
export function nginx(folder, port) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/temp;`);
  const site = deployed("nginx.conf.example").replace("root /var/www;", `root ${folder};`);
  const configuration = `
    load_module ${programs}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    daemon off; master_process off; pid ${folder}/pid; error_log stderr crit;
    events {}
    http { access_log off; ${temporary.join(" ")} server { listen 127.0.0.1:${port}; ${site} } }`;
  fs.writeFileSync(path.join(folder, "nginx.conf"), configuration);
  return ["nginx", ["-e", "stderr", "-c", path.join(folder, "nginx.conf")]];
}

/** Apache that lets .htaccess of the bundle rule what it asks for, and no more. */
function apache(folder, port) {
  const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"].map(
    (name) => `LoadModule ${name}_module ${programs}/usr/lib/apache2/modules/mod_${name}.so`,
  );
  const configuration = [
    ...modules,
    `ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid`,
    `DefaultRuntimeDir ${folder}\nErrorLog /dev/stderr\nTypesConfig /dev/null\nDocumentRoot ${folder}`,
    ...(process.getuid?.() === 0 ? ["User nobody", "Group nogroup"] : []),
    `<Directory ${folder}>\nAllowOverride FileInfo\nOptions FollowSymLinks\nRequire all granted\n</Directory>`,
  ];
  fs.writeFileSync(path.join(folder, "apache.conf"), `${configuration.join("\n")}\n`);
  return ["apache2", ["-X", "-f", path.join(folder, "apache.conf")]];
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Asks as a browser with these encodings does; nothing is unpacked. */
function ask(address, encodings = "") {
  return new Promise((resolve, reject) => {
    const headers = encodings ? { "accept-encoding": encodings } : {};
    http
      .get(address, { headers, agent: false }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
      })
      .on("error", reject);
  });
}

/** Runs `use(address)` with the site below a sub-folder of a server. */
export async function withSite(configure, use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "autonomia-server-"));
  fs.chmodSync(folder, 0o755);
  fs.cpSync(paths.site, path.join(folder, base), { recursive: true });
  const port = await freePort();
  const [name, words] = configure(folder, port);
  const libraries = path.join(programs, "usr/lib", `${os.arch() === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`);
  const server = spawn(path.join(programs, "usr/sbin", name), words, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  });
  const address = `http://127.0.0.1:${port}${base}`;
  try {
    await eventually(() => ask(address).catch(() => null), 10_000);
    await use(address);
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    if (server.kill()) await ended;
    fs.rmSync(folder, { recursive: true });
  }
}

/** Files as they are or packed, whatever the browser takes, with the headers of the project's own server. */
async function sendsTheSame(checks, name, address, own) {
  const files = fs.readdirSync(paths.site);
  const wasm = files.find((file) => /^autonomia-[0-9a-f]{16}\.wasm$/.test(file));
  const script = files.find((file) => /^boot-[0-9a-f]{16}\.js$/.test(file));
  for (const file of ["", wasm, script, "worker.js", "sw.js", "icon.svg", "icon-192.png", "autonomia.webmanifest"]) {
    const wrong = [];
    for (const encodings of ["", "gzip", "gzip, deflate, br"]) {
      const [theirs, ours] = await Promise.all([ask(address + file, encodings), ask(own + file, encodings)]);
      if (theirs.status !== 200) wrong.push(`"${encodings}": status ${theirs.status}`);
      if (!theirs.body.equals(ours.body)) wrong.push(`"${encodings}": other bytes`);
      // How long a connection lives is the server's own affair; for which headers an answer varies, each may say more.
      const { connection, "content-length": length, vary, ...expected } = { "content-encoding": undefined, ...ours.headers };
      for (const [header, value] of Object.entries(expected)) {
        const got = theirs.headers[header];
        if (got?.toLowerCase() !== value?.toLowerCase()) wrong.push(`"${encodings}": ${header}: ${got}, not ${value}`);
      }
    }
    const shown = file.replace(/-[0-9a-f]{16}/, "-…");
    checks.none(`${name}: /oze/${shown} has the same bytes and headers as from ./run, packed and not`, wrong);
  }
}

export default async function servers(checks, browser) {
  if (!hasServers) {
    console.log("LEFT OUT: nginx and Apache are not there (apt could not fetch them); their configurations are not tested.");
    return;
  }
  await withServer(paths.site, async (own) => {
    for (const [name, configure] of [["nginx", nginx], ["Apache", apache]]) {
      await checks.part(name, () =>
        withSite(configure, async (address) => {
          await sendsTheSame(checks, name, address, own);
          await withPage(browser, address, {}, async ({ page, problems }) => {
            checks.ok(`${name}: a result below ${base}`, Number.isFinite(await firstResult(page)));
            checks.none(`${name}: console empty, own origin only`, problems);
          });
        }),
      );
    }
  });
}
