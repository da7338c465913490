# shellcheck shell=bash
# What the project's commands need on a machine, and how to get it. Sourced by build, run and test; each function is
# quick when its thing is there, installs it where that can be done unattended, and says what to do where not.

# Cargo's output folder.
target_dir() {
  printf '%s\n' "${CARGO_TARGET_DIR:-target}"
}

# Ends the program with a message for a person.
give_up() {
  printf '\n%s\n' "$@" >&2
  exit 1
}

# Installs Debian or Ubuntu packages, as root or through sudo; fails where neither is possible.
apt_install() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  echo "Installing: $*"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
    { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "$@"; }
}

ensure_rust() {
  command -v cargo >/dev/null || give_up "Rust is missing. Install it from https://rustup.rs and open a new shell."
  # The first call makes rustup fetch the toolchain that rust-toolchain.toml names.
  cargo --version >/dev/null || give_up "cargo does not start; see the message above."
  command -v cc >/dev/null || apt_install gcc libc6-dev ||
    give_up "A C linker (cc) is missing: install gcc or clang (macOS: xcode-select --install)."
}

has_wasm_target() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]
}

ensure_wasm_target() {
  has_wasm_target && return
  if command -v rustup >/dev/null && rustup target add wasm32-unknown-unknown && has_wasm_target; then
    return
  fi
  give_up "The compiler cannot target wasm32-unknown-unknown." \
    "With rustup:          rustup target add wasm32-unknown-unknown" \
    "With Debian's rustc:  use rustup instead (https://rustup.rs); rust-toolchain.toml names the version."
}

ensure_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    give_up "The browser tests need Node 20 or later with npm: https://nodejs.org (or run ./test --quick)."
  fi
  local major
  major=$(node --print 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || give_up "The browser tests need Node 20 or later; this is $(node --version)."
}

# Installs what tests/e2e/package-lock.json names, if that is not there already.
ensure_node_modules() {
  local folder=tests/e2e
  local stamp=$folder/node_modules/.installed-lock.json
  cmp -s "$folder/package-lock.json" "$stamp" && return
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund) ||
    give_up "npm could not install the browser-test tools (tests/e2e/package.json): is a package registry in reach?"
  cp "$folder/package-lock.json" "$stamp"
}

# Prints the path of a browser that starts; fails if there is none.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$candidate" ] || continue
    if candidate=$(command -v "$candidate") && "$candidate" --version >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

# Sets CHROMIUM to a browser that starts.
ensure_chromium() {
  CHROMIUM=$(find_chromium) || {
    apt_install chromium || true
    CHROMIUM=$(find_chromium) ||
      give_up "The browser tests need Chromium or Chrome; none was found and apt could not install one." \
        "Install either and name it if it is not on PATH:  CHROMIUM=/path/to/chrome ./test" \
        "To leave the browser out:  ./test --quick"
  }
  export CHROMIUM
}

# Prints the path of a Firefox that starts; fails if there is none.
find_firefox() {
  local candidate
  for candidate in "${FIREFOX:-}" firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox"; do
    [ -n "$candidate" ] || continue
    if candidate=$(command -v "$candidate") && "$candidate" --version >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

# Sets FIREFOX to a browser that starts. Where it cannot be had the tests in it say so and are left out: everything else is
# tested without it.
ensure_firefox() {
  FIREFOX=$(find_firefox) || {
    apt_install firefox-esr || true
    FIREFOX=$(find_firefox) || FIREFOX=
  }
  export FIREFOX
}

# Fetches Debian or Ubuntu packages and unpacks them into a folder. Nothing is installed, so no service is started.
apt_unpack() {
  local folder=$1 package
  shift
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  rm -rf "$folder" && mkdir -p "$folder"
  (cd "$folder" && apt-get download "$@") >/dev/null 2>&1 ||
    { [ "$(id -u)" -eq 0 ] && apt-get update >/dev/null && (cd "$folder" && apt-get download "$@") >/dev/null 2>&1; } ||
    return 1
  for package in "$folder"/*.deb; do
    dpkg-deb --extract "$package" "$folder" || return 1
  done
}

# Sets SERVERS to a folder with nginx and Apache, for the test of the shipped configurations. Where they cannot be had the
# test says so and is left out: everything else is tested without them.
ensure_servers() {
  SERVERS=$PWD/.tools/servers
  if ! { [ -x "$SERVERS/usr/sbin/nginx" ] && [ -x "$SERVERS/usr/sbin/apache2" ]; }; then
    echo "Fetching nginx and Apache, for the test of their configurations"
    apt_unpack "$SERVERS" nginx libnginx-mod-http-brotli-static apache2-bin libapr1 libaprutil1 || SERVERS=
  fi
  export SERVERS
}
