#!/usr/bin/python3
"""A disk that fills up under a serving store, and empties again. On a small file system of its own, which needs root;
as anybody else the run says that it was left out.

  * Writes are refused with 503 read-only, in both languages, and nothing of them is there.
  * Reads go on; what was acknowledged is there.
  * Writes return by themselves when there is room, without a restart, and the log verifies.

Usage: full_disk.py BINARY
"""
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from province import Client, Program, appoint_inspector, dossier, open_province, person  # noqa: E402

DISK_MEBIBYTES = 420  # the store keeps 256 MiB free for itself
PEOPLE = 8


def comment(client, key):
    return client.post(f"/v1/dossiers/{dossier(1)}/comments", {"side": "PEER", "text": f"Ý kiến {key}."},
                       {"Idempotency-Key": f'"{key}"'})


def require(condition, what):
    if not condition:
        raise AssertionError(what)


def run(folder, binary):
    program = Program(os.path.abspath(binary), os.path.join(folder, "store"))
    try:
        administrator = open_province(program, PEOPLE)
        client = Client(program.port, program.token("--person", person(0)))
        status, first, _ = comment(client, "before")
        require(status == 201, f"before: {status} {first}")

        appoint_inspector(Client(program.port, administrator), PEOPLE - 1)
        inspector = Client(program.port, program.token("--person", person(PEOPLE - 1)))
        status, answer, _ = inspector.get(f"/v1/dossiers/{dossier(2)}?purpose=before")
        require(status == 200, f"the inspector cannot look at a dossier: {status} {answer}")

        filling = os.path.join(folder, "filling")
        with open(filling, "wb") as file:
            room = os.statvfs(folder)
            left = room.f_bavail * room.f_frsize - (200 << 20)
            while left > 0:
                left -= file.write(b"\0" * min(left, 1 << 20))
        time.sleep(0.2)  # free space is looked at every 100 ms
        size = Client(program.port).get("/readyz")[1]["size"]
        for path in ("/readyz", "/v1/health"):
            status, state, _ = Client(program.port).get(path)
            require(status == 200 and state["status"] == "read-only" and state["readOnly"]["why"] == "disk-full" and
                    state["readOnly"]["since"], f"{path} does not say that writing has stopped: {status} {state}")
        for i in range(20):
            status, answer, headers = comment(client, f"full-{i}")
            require(status == 503 and answer["type"] == "/problems/read-only", f"full: {status} {answer}")
            require(answer["detail"] and answer["detailEn"], "the refusal is not in both languages")
        require(Client(program.port).get("/readyz")[1]["size"] == size, "a refused write left something")
        reader = Client(program.port, administrator)
        require(reader.get(f"/v1/log/entries/{first['position']}")[0] == 200, "reads do not go on")

        # Not a byte is left for what nobody asks for, either: checkpoints, read models, the books.
        with open(filling, "ab", buffering=0) as file:
            try:
                while file.write(b"\0" * (64 << 10)) == 64 << 10:
                    pass
            except OSError:
                pass
        status, answer, _ = reader.post("/v1/attachments", {})
        require(status == 503, f"a file was begun on a full disk: {status} {answer}")
        status, answer, _ = inspector.get(f"/v1/dossiers/{dossier(2)}?purpose=full")
        require(status == 503, f"a look at a dossier was not entered, and answered: {status} {answer}")
        require(reader.get(f"/v1/log/entries/{first['position']}")[0] == 200, "reads do not go on without a free byte")
        require(program.process.poll() is None, "the server ended")
        os.remove(filling)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            status, answer, _ = comment(client, "after")
            if status == 201:
                break
            time.sleep(0.1)
        require(status == 201, f"writes do not return: {status} {answer}")
        state = Client(program.port).get("/v1/health")[1]
        require(state["status"] == "ready" and state.get("readOnly") is None and not state["stopped"],
                f"/v1/health does not say that it writes again: {state}")
        again = comment(client, "before")
        require(again[0] in (200, 201) and again[1]["position"] == first["position"], "the first comment is lost")
        status, refused, _ = comment(client, "full-0")  # nothing of it was kept, so it is decided now
        require(status == 201 and not refused["replayed"], f"a refused one was kept: {refused}")
        require(program.stop() == 0, "the server did not stop cleanly")
        program.run("log", "verify", program.data)
    finally:
        if program.process and program.process.poll() is None:
            program.kill()


def main():
    if os.geteuid() != 0:
        print("left out: a file system of its own needs root")
        return 0
    folder = tempfile.mkdtemp(prefix="minhbach-full-")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MEBIBYTES}m,mode=0700", "tmpfs", folder])
    if mounted.returncode != 0:
        print("left out: no file system can be mounted here")
        return 0
    try:
        run(folder, sys.argv[1])
        print("full disk: refused cleanly, read on, came back")
        print("1 passed, 0 failed")
        return 0
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
        os.rmdir(folder)


if __name__ == "__main__":
    sys.exit(main())
