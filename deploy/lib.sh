# Sourced by the scripts of this folder: named steps with their seconds, and one clear line on failure.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
LOGS=$ROOT/build/logs
SCRIPT=deploy/$(basename "$0")
STARTED=$SECONDS
STEP_PROCESSES=()

fail() {
    printf '%s failed: %s\n' "$SCRIPT" "$*" >&2
    exit 1
}

# The comment at the head of the script is its help.
usage() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$ROOT/$SCRIPT"; }

# Whoever interrupts a script interrupts the steps that are running, too: each has a process group of its own.
end_steps() {
    local process
    for process in "${STEP_PROCESSES[@]}"; do kill -TERM -- "-$process" 2>/dev/null || true; done
}
trap end_steps EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

log_of() { printf '%s/%s.log' "$LOGS" "$(tr -cs 'A-Za-z0-9\n' '-' <<<"$1")"; }

# start NAME COMMAND...: the command begins in a process group of its own, the last of STEP_PROCESSES, with its output
# in build/logs.
start() {
    local log
    log=$(log_of "$1")
    shift
    mkdir -p "$LOGS"
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    STEP_PROCESSES+=($!)
    set +m
}

# ended NAME STATUS SECONDS: says how a step went; one that failed shows the end of its output and ends the script.
ended() {
    local log
    if (($2 == 0)); then
        printf '%4d s\n' "$3"
        return 0
    fi
    printf 'FAILED after %d s\n' "$3"
    log=$(log_of "$1")
    tail -n "${STEP_TAIL:-60}" "$log" >&2
    fail "step \"$1\" ended with status $2; its whole output is in ${log#"$ROOT"/}"
}

# step NAME COMMAND...: runs the command with its output in build/logs, prints name and seconds, and while it lasts a
# line of its output every half minute. Leaves the path of the output in STEP_LOG.
step() {
    local name=$1 started=$SECONDS status=0 shown=0 process
    STEP_LOG=$(log_of "$name")
    printf '%-58s' "$name"
    start "$@"
    process=${STEP_PROCESSES[-1]}
    while kill -0 "$process" 2>/dev/null; do
        sleep 0.2
        if ((SECONDS - started >= shown + 30)); then
            shown=$((SECONDS - started))
            printf '\n    %4d s  %s' "$shown" "$(tail -n 1 "$STEP_LOG" | tr -d '\r' | cut -c1-100)"
        fi
    done
    wait "$process" || status=$?
    STEP_PROCESSES=()
    ((shown == 0)) || printf '\n%-58s' "$name"
    ended "$name" "$status" $((SECONDS - started))
}

# later NAME COMMAND...: a step that may run beside others, when side_by_side is called.
LATER_NAMES=()
LATER_COMMANDS=()
later() {
    LATER_NAMES+=("$1")
    shift
    LATER_COMMANDS+=("$(printf '%q ' "$@")")
}

# side_by_side [THEN]: runs what waits, two at a time in the order given, and calls THEN with the name of each that
# has ended well, its output's path in STEP_LOG. The first failure ends the others.
side_by_side() {
    local then=${1:-true} next=0 process status name
    local -A names=() began=()
    while ((next < ${#LATER_NAMES[@]} || ${#names[@]} > 0)); do
        if ((next < ${#LATER_NAMES[@]} && ${#names[@]} < 2)); then
            eval "start ${LATER_NAMES[next]@Q} ${LATER_COMMANDS[next]}"
            process=${STEP_PROCESSES[-1]}
            names[$process]=${LATER_NAMES[next]}
            began[$process]=$SECONDS
            next=$((next + 1))
            continue
        fi
        status=0
        wait -n -p process "${!names[@]}" || status=$?
        name=${names[$process]}
        unset "names[$process]"
        STEP_PROCESSES=("${!names[@]}")
        STEP_LOG=$(log_of "$name")
        printf '%-58s' "$name"
        ended "$name" "$status" $((SECONDS - ${began[$process]}))
        "$then" "$name"
    done
    LATER_NAMES=() LATER_COMMANDS=()
}

# build PRESET [TARGET...]: configures where needed and builds.
build() {
    local preset=$1
    shift
    cmake --preset "$preset"
    cmake --build --preset "$preset" ${1:+--target "$@"}
}
