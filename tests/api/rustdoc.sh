#!/bin/sh
# Runs rustdoc of the pinned toolchain, with unstable features for its JSON.
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"
