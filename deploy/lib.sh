# Sourced by the scripts of this folder: named steps with their seconds, and one clear line on failure.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
LOGS=$ROOT/build/logs
SCRIPT=deploy/$(basename "$0")
STARTED=$SECONDS
STEP_PROCESS=""

fail() {
    printf '%s failed: %s\n' "$SCRIPT" "$*" >&2
    exit 1
}

# The comment at the head of the script is its help.
usage() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$ROOT/$SCRIPT"; }

# Whoever interrupts a script interrupts the step that is running, too: it has a process group of its own.
end_step() {
    [[ -z $STEP_PROCESS ]] || kill -TERM -- "-$STEP_PROCESS" 2>/dev/null || true
}
trap end_step EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# step NAME COMMAND...: runs the command with its output in build/logs, prints name and seconds, and while it lasts a
# line of its output every half minute. Leaves the path of the output in STEP_LOG. If the command fails, the end of the
# output is shown and the script ends.
step() {
    local name=$1 started=$SECONDS status=0 shown=0
    shift
    mkdir -p "$LOGS"
    STEP_LOG=$LOGS/$(tr -cs 'A-Za-z0-9\n' '-' <<<"$name").log
    printf '%-58s' "$name"
    set -m
    "$@" >"$STEP_LOG" 2>&1 </dev/null &
    STEP_PROCESS=$!
    set +m
    while kill -0 "$STEP_PROCESS" 2>/dev/null; do
        sleep 0.2
        if ((SECONDS - started >= shown + 30)); then
            shown=$((SECONDS - started))
            printf '\n    %4d s  %s' "$shown" "$(tail -n 1 "$STEP_LOG" | tr -d '\r' | cut -c1-100)"
        fi
    done
    wait "$STEP_PROCESS" || status=$?
    STEP_PROCESS=""
    ((shown == 0)) || printf '\n%-58s' "$name"
    if ((status == 0)); then
        printf '%4d s\n' $((SECONDS - started))
        return 0
    fi
    printf 'FAILED after %d s\n' $((SECONDS - started))
    tail -n "${STEP_TAIL:-60}" "$STEP_LOG" >&2
    fail "step \"$name\" ended with status $status; its whole output is in ${STEP_LOG#"$ROOT"/}"
}

# build PRESET [TARGET...]: configures where needed and builds.
build() {
    local preset=$1
    shift
    cmake --preset "$preset"
    cmake --build --preset "$preset" ${1:+--target "$@"}
}
