# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by the commands beside it. Finds the place where the packages of dependencies.txt are and makes it where it
# is missing: this system itself where its apt knows them, otherwise a Debian root of the project's own under the
# user's cache folder, entered by bubblewrap. Messages go to standard error, so that commands keep standard output.

set -euo pipefail
unset CDPATH

readonly suite=trixie
readonly root_megabytes=2500 # what a root needs while it is made; it keeps 1950 of them
readonly minimum_qt=6.8
readonly minimum_syntax_highlighting=6.13

repository=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
mapfile -t packages < <(grep -v -e '^#' -e '^$' "$repository/packaging/dependencies.txt")
# Servers that a test talks to: they would run on this system from then on, so they are for a root alone. The test is
# skipped without them.
mapfile -t system_packages < <(printf '%s\n' "${packages[@]}" | grep -vx postgresql)
export HOME="${HOME:-$(getent passwd "$EUID" | cut -d: -f6)}"
export PATH="${PATH:-/usr/local/bin:/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tmglens
root=$cache/root-$(printf '%s\n' "$suite" "${packages[@]}" | sha256sum | cut -c1-10)
log=$cache/setup.log

say() {
    printf 'tmglens: %s\n' "$*" >&2
}

# Ends with a status that no command of ours uses, so that a failed set-up can be told from a failed command.
die() {
    say "$@"
    exit 125
}

as_root() {
    local settings=(DEBIAN_FRONTEND=noninteractive PATH="$PATH") name
    for name in http_proxy https_proxy no_proxy; do
        [[ -z ${!name:-} ]] || settings+=("$name=${!name}")
    done
    if ((EUID == 0)); then
        env "${settings[@]}" "$@"
    else
        sudo env "${settings[@]}" "$@"
    fi
}

# need_root_rights WHAT CURE: may ask for a password, but only on a terminal.
need_root_rights() {
    ((EUID == 0)) && return
    command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 2 ]] && sudo true; }; } && return
    die "$1 needs root rights, which this user has not got and cannot get by sudo: $2, then call this again."
}

need_rights_to_install() {
    need_root_rights "Installing packages" \
        "have an administrator run 'apt-get install --no-install-recommends $*'"
}

# explain_failure WHAT: one sentence from the log, then the end.
explain_failure() {
    local reason
    if grep -qiE 'no space left|enough free space' "$log"; then
        reason="the disk is full: make room, or set XDG_CACHE_HOME to a folder on a larger disk, and call this again"
    elif grep -qiE 'could not resolve|temporary failure|connect to|unreachable|timed out|failed to fetch|Unable to locate' "$log"; then
        reason="no package server could be reached: check the network (or http_proxy) and call this again"
    else
        reason="$(grep -E '^E: ' "$log" | tail -n 1 || true)"
        reason="the tools said \"${reason#E: }\": mend that and call this again"
    fi
    die "$1, because $reason (details: $log)."
}

prepare_cache() {
    { mkdir -p "$cache" && : >>"$log"; } 2>/dev/null \
        || die "Cannot write to $cache: set XDG_CACHE_HOME to a folder that is yours and call this again."
}

# suffices PACKAGE MINIMUM VERSION
suffices() {
    [[ -n $2 ]] && dpkg --compare-versions "$2" ge "$1"
}

installed() {
    local states
    states=$(dpkg-query -W -f '${db:Status-Status}\n' "$@" 2>/dev/null) && ! grep -qvx installed <<<"$states"
}

installed_version() {
    dpkg-query -W -f '${Version}' "$1" 2>/dev/null || true
}

candidate_version() {
    apt-cache policy "$1" | sed -n 's/^ *Candidate: *\([^(]*\)$/\1/p'
}

system_is_ready() {
    installed "${system_packages[@]}" \
        && suffices "$minimum_qt" "$(installed_version qt6-base-dev)" \
        && suffices "$minimum_syntax_highlighting" "$(installed_version libkf6syntaxhighlighting-dev)"
}

system_can_be_ready() {
    suffices "$minimum_qt" "$(candidate_version qt6-base-dev)" \
        && suffices "$minimum_syntax_highlighting" "$(candidate_version libkf6syntaxhighlighting-dev)"
}

root_is_ready() {
    [[ -d $root ]] && command -v bwrap >/dev/null
}

# A fresh machine may have no package lists, and old lists name packages that are gone.
update_lists() {
    as_root apt-get -o APT::Update::Error-Mode=any -q update >>"$log" 2>&1 </dev/null \
        || explain_failure "The lists of packages could not be fetched"
}

install_packages() {
    need_rights_to_install "$@"
    local install=(as_root apt-get -o DPkg::Lock::Timeout=120 -qy install --no-install-recommends "$@")
    "${install[@]}" >>"$log" 2>&1 </dev/null && return
    update_lists
    : >"$log"
    "${install[@]}" >>"$log" 2>&1 </dev/null || explain_failure "The packages could not be installed"
}

check_room() {
    local free
    free=$(df -Pm "$cache" | awk 'NR == 2 { print $4 }')
    ((free >= root_megabytes)) || die "The build environment needs $root_megabytes MB in $cache, where $free MB are" \
        "free: make room, or set XDG_CACHE_HOME to a folder on a larger disk, and call this again."
}

# Everything in a root belongs to its user, who can remove it without help. The empty files are places where
# enter_root shows this system's own. The namespaces make sure that no process and no mount (this system's /dev!) is
# left below the root when its making is cut short.
fill_root() {
    as_root unshare --mount --pid --fork --kill-child --mount-proc \
        mmdebstrap --quiet --variant=apt --include="$(IFS=,; echo "${packages[*]}")" "$suite" "$1" || return
    ((EUID == 0)) || as_root chown -R --no-dereference "$(id -u):$(id -g)" "$1" || return
    local name
    for name in group hostname hosts machine-id passwd resolv.conf; do
        rm -f "$1/etc/$name"
        : >"$1/etc/$name"
    done
}

# A root counts only under its final name, and gets that when whole; what an interrupted run left is removed first.
make_root() {
    local lock partial=$root.$$.partial
    exec {lock}>"$cache/lock"
    flock -n "$lock" || { say "Another run makes the build environment; waiting for it."; flock "$lock"; }
    if [[ ! -d $root ]]; then
        check_room
        need_root_rights "Making the build environment" "become a user who may use sudo"
        say "Making the build environment, once: a Debian $suite root in $cache; a few minutes."
        as_root rm -rf --one-file-system "$cache"/root-*.partial
        trap 'as_root rm -rf --one-file-system "$root.$$.partial"' EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM HUP
        (umask 022 && fill_root "$partial") >"$log" 2>&1 </dev/null \
            || explain_failure "The build environment could not be made"
        mv -T "$partial" "$root"
        trap - EXIT INT TERM HUP
    fi
    exec {lock}>&-
}

set_up() {
    if system_is_ready || root_is_ready; then
        return
    fi
    command -v apt-get >/dev/null || die "This set-up knows Debian and its relatives only: on other systems install" \
        "Qt $minimum_qt, KSyntaxHighlighting $minimum_syntax_highlighting, libarchive, Highway, PCRE2 and CMake, and build with 'cmake --preset release'."
    prepare_cache
    : >"$log"
    if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        need_root_rights "Fetching the lists of packages" "have an administrator run 'apt-get update'"
        update_lists
    fi
    if system_can_be_ready; then
        say "Installing the packages of packaging/dependencies.txt, once."
        install_packages "${system_packages[@]}"
    else
        installed mmdebstrap bubblewrap || install_packages mmdebstrap bubblewrap
        make_root
        bwrap --dev-bind / / -- true 2>>"$log" || die "The build environment in $root is there, but this system lets" \
            "nobody enter it: bubblewrap must be allowed to make namespaces (in a container: --privileged)."
    fi
}

# Adds to the array `view` what shows SOURCE of this system at PLACE in the root. Links stay links.
show() {
    if [[ -L $1 ]]; then
        view+=(--symlink "$(readlink "$1")" "$2")
    elif [[ -d $1 ]]; then
        view+=("${3:---bind-try}" "$1" "$2")
    fi
}

# Programs and libraries come from the root, everything else from this system: its devices, /run (where the sockets of
# the desktop, the sound and the message bus are), and every folder in which people keep files, at the same path.
compose_view() {
    local entry name folder
    view=(--dev-bind /dev /dev)
    for entry in "$root"/*; do
        [[ ${entry##*/} =~ ^(bin|etc|lib[0-9x]*|sbin|usr)$ ]] && show "$entry" "/${entry##*/}" --ro-bind
    done
    for entry in /*; do
        [[ ${entry##*/} =~ ^(bin|dev|etc|lib[0-9x]*|sbin|usr|var)$ ]] || show "$entry" "$entry"
    done
    view+=(--perms 0755 --dir /var --ro-bind "$root/var/cache" /var/cache --ro-bind "$root/var/lib" /var/lib)
    for entry in /var/*; do
        [[ ${entry##*/} =~ ^(cache|lib)$ ]] || show "$entry" "$entry"
    done
    for name in group hostname hosts machine-id passwd resolv.conf; do
        view+=(--ro-bind-try "/etc/$name" "/etc/$name")
    done
    for folder in "$repository" "$PWD" "$HOME"; do
        if [[ $folder =~ ^/(etc|usr|var/cache|var/lib)/ ]]; then
            mkdir -p "$root$folder"
            view+=(--bind-try "$folder" "$folder")
        fi
    done
}

# What belongs to this system's libraries must not reach the root's; its one locale is C.UTF-8, its clock shows UTC.
enter_root() {
    local view name zone
    compose_view
    zone=$(readlink -f /etc/localtime) || zone=
    for name in CC CXX CMAKE_PREFIX_PATH CPATH CPLUS_INCLUDE_PATH C_INCLUDE_PATH LD_LIBRARY_PATH LD_PRELOAD \
        LIBRARY_PATH PERL5LIB PKG_CONFIG_PATH PYTHONHOME PYTHONPATH QT_PLUGIN_PATH; do
        view+=(--unsetenv "$name")
    done
    [[ -n ${TZ:-} || $zone != */zoneinfo/* ]] || view+=(--setenv TZ "${zone#*/zoneinfo/}")
    # The shell between gives a command that is not there the usual status, 127.
    exec bwrap --die-with-parent "${view[@]}" --setenv LC_ALL C.UTF-8 \
        --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        --chdir "$PWD" -- sh -c 'exec "$@"' sh "$@"
}

# become COMMAND…: replaces this shell by the command, run where the packages are, in the current folder.
become() {
    if system_is_ready; then
        exec "$@"
    else
        enter_root "$@"
    fi
}

in_environment() {
    (become "$@")
}
