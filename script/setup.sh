# shellcheck shell=bash
# Sourced by the scripts beside it: installs what is missing, configures and builds, and is quiet
# about all of it unless something goes wrong.
set -euo pipefail

script=$(readlink -f "$0")
root=${script%/script/*}
script_name=${script##*/}
log=$root/build/$script_name.log

say() { printf 'script/%s: %s\n' "$script_name" "$*" >&2; }

# Shows what went wrong and stops.
fail() {
  [ ! -s "$log" ] || cat "$log" >&2
  say "$*"
  exit 2
}

# Lines "package proof name" of the packages in the groups $@.
packages() {
  local group package proof name
  while read -r group package proof name; do
    case " $* " in *" $group "*) echo "$package $proof $name" ;; esac
  done <"$root/script/packages"
}

is_present() {
  case $1 in
    command) command -v "$2" >/dev/null ;;
    python) python3 -c "import $2" 2>/dev/null ;;
    debian) true ;; # its tests are skipped elsewhere
    header) g++ -E -x c++ -include "$2" /dev/null >/dev/null 2>&1 ;;
  esac
}

# Whether a program is there that no package of Debian's has brought: node's own npm, and its package
# can't be installed beside it.
is_brought() { [ "$1" = command ] && is_present "$1" "$2"; }

# The packages in the groups $@ that are not installed, one a line.
missing_packages() {
  local package proof name installed
  if ! command -v dpkg-query >/dev/null; then
    packages "$@" | while read -r package proof name; do
      is_present "$proof" "$name" || echo "$package"
    done
    return
  fi
  # shellcheck disable=SC2046 # package names have no blanks
  installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' \
    $(packages "$@" | cut -d ' ' -f 1) 2>/dev/null) || true
  packages "$@" | while read -r package proof name; do
    case "
$installed
" in *"
installed $package
"*) ;; *) is_brought "$proof" "$name" || echo "$package" ;; esac
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# Installs what the groups $@ need and do not have yet. Asks only when the list of packages, or what
# is installed, has changed since the last time.
install_packages() {
  local missing groups="$*"
  local stamp=$root/build/.installed-${groups// /-}
  if [ "$stamp" -nt "$root/script/packages" ] && [ "$stamp" -nt /var/lib/dpkg/status ]; then
    return
  fi
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -z "$missing" ] || install_debian_packages "$missing"
  touch "$stamp"
}

install_debian_packages() {
  local missing=$1
  command -v apt-get >/dev/null ||
    fail "please install, in your system's way: $missing (the names are Debian's)"
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    fail "please install, as root: apt-get install $missing"
  say "installing $missing"
  as_root apt-get -q update >>"$log" 2>&1 || fail "the list of packages could not be fetched"
  # shellcheck disable=SC2086 # package names have no blanks
  as_root apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends \
    $missing >>"$log" 2>&1 || fail "these could not be installed: $missing"
}

# Whether the folder of preset $1 is configured, for the presets as they are and for this place.
is_configured() {
  local folder=$root/build/$1
  [ "$folder/build.ninja" -nt "$root/CMakePresets.json" ] &&
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"
}

# Passes ninja's lines on, and says on stderr how far it is.
show_progress() {
  local line started=
  while IFS= read -r line; do
    printf '%s\n' "$line"
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] && [ "${BASH_REMATCH[1]}" -gt 0 ] || continue
    if [ -t 2 ]; then
      printf '\r\033[Kscript/%s: building, step %s of %s' "$script_name" "${BASH_REMATCH[@]:1:2}" >&2
    elif [ -z "$started" ]; then
      say "building, ${BASH_REMATCH[2]} steps"
    fi
    started=yes
  done
  if [ -t 2 ] && [ -n "$started" ]; then printf '\r\033[K' >&2; fi
}

# Builds the preset $1 with the packages of the groups that follow.
build() {
  local preset=$1
  shift
  [ -d "$root/build" ] || mkdir "$root/build"
  : >"$log"
  install_packages "$@"
  if ! is_configured "$preset"; then
    (cd "$root" && cmake --fresh --preset "$preset") >>"$log" 2>&1 ||
      fail "the build could not be configured"
  fi
  # One build at a time: a second call waits for the first instead of writing over its files.
  (if command -v flock >/dev/null; then flock 9; fi && ninja -k "${most_failures:-1}" -C "$root/build/$preset") 9>"$root/build/$preset/.lock" 2>&1 |
    show_progress >>"$log" || fail "the build failed"
}
