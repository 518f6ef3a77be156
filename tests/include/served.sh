# Sourced by test scripts: a demonstration province of their own, served on a free port until the script ends.

# serve_demonstration PROGRAM PEOPLE: sets DATA, ADDRESS and SCRATCH.
serve_demonstration() {
    local program=$1 people=$2
    SCRATCH=$(mktemp -d)
    SERVER=""
    trap end_serving EXIT
    DATA=$SCRATCH/province
    "$program" demo --data "$DATA" --people "$people"
    "$program" serve --data "$DATA" --listen 127.0.0.1:0 2>"$SCRATCH/serve.log" &
    SERVER=$!
    ADDRESS=""
    for _ in $(seq 600); do
        ADDRESS=$(grep -o -m 1 'http://127.0.0.1:[0-9]*' "$SCRATCH/serve.log") && return 0
        kill -0 "$SERVER" 2>/dev/null || break
        sleep 0.2
    done
    cat "$SCRATCH/serve.log" >&2
    echo "the server named no address" >&2
    return 1
}

end_serving() {
    [[ -z $SERVER ]] || { kill -TERM "$SERVER" && wait "$SERVER"; } 2>/dev/null || true
    rm -rf "$SCRATCH"
}
