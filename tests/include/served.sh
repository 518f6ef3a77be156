# Sourced by test scripts: a demonstration province of their own, served on a free port until the script ends.

# serve_demonstration PROGRAM PEOPLE: sets DATA, ADDRESS and SCRATCH.
serve_demonstration() {
    local program=$1 people=$2
    SCRATCH=$(mktemp -d)
    SERVERS=()
    trap end_serving EXIT
    DATA=$SCRATCH/province
    "$program" demo --data "$DATA" --people "$people"
    serve_store "$program" "$DATA"
}

# serve_store PROGRAM STORE: one more, after serve_demonstration; sets ADDRESS.
serve_store() {
    local log=$SCRATCH/serve-${#SERVERS[@]}.log
    : >"$log"
    "$1" serve --data "$2" --listen 127.0.0.1:0 2>"$log" &
    SERVERS+=($!)
    ADDRESS=""
    for _ in $(seq 600); do
        [[ -n $ADDRESS ]] || ADDRESS=$(grep -o -m 1 'http://127.0.0.1:[0-9]*' "$log") || true
        [[ -z $ADDRESS ]] || ! is_ready "${ADDRESS##*:}" || return 0
        kill -0 "${SERVERS[-1]}" 2>/dev/null || break
        sleep 0.2
    done
    cat "$log" >&2
    echo "the server named no address, or was not ready in time" >&2
    return 1
}

# is_ready PORT: the read models have caught up.
is_ready() {
    local status=""
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
    read -r status <&3 || true
    exec 3<&-
    [[ $status == *" 200 "* ]]
}

end_serving() {
    local server
    for server in "${SERVERS[@]}"; do { kill -TERM "$server" && wait "$server"; } 2>/dev/null || true; done
    rm -rf "$SCRATCH"
}
