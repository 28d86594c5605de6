# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by the commands beside it, after setup.sh: builds the preset `release`.

readonly build=$repository/build/release

# Objects of another compiler, or of a folder that was moved, must not be linked with new ones. CMake itself would keep
# them, because the compiler's path is the same everywhere.
remove_foreign_build() {
    [[ -e $build/CMakeCache.txt ]] || return 0
    local version
    version=$(in_environment c++ -dumpfullversion)
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$repository" "$build/CMakeCache.txt" \
        && grep -qsF "set(CMAKE_CXX_COMPILER_VERSION \"$version\")" "$build"/CMakeFiles/*/CMakeCXXCompiler.cmake \
        && return
    say "build/release was made with other tools or elsewhere; making it anew."
    rm -rf "$build"
}

# build_release [TARGET]: quiet, unless there is something to compile; what the compiler said is shown if it failed.
build_release() (
    local lock steps=(--build --preset release ${1:+--target "$1"})
    cd "$repository"
    mkdir -p build
    exec {lock}>build/release.lock
    flock "$lock"
    remove_foreign_build
    if [[ ! -e $build/build.ninja ]]; then
        in_environment cmake --preset release >build/release.log 2>&1 || fail_build
    fi
    if ! in_environment cmake "${steps[@]}" -- -n 2>/dev/null | grep -q 'no work to do'; then
        say "Building; the first time takes a few minutes."
        in_environment cmake "${steps[@]}" >build/release.log 2>&1 || fail_build
    fi
)

fail_build() {
    tail -n 60 build/release.log >&2
    die "The build failed; all that was said is in $repository/build/release.log."
}
