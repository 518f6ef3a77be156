#!/usr/bin/python3
"""Clients that are slow, stuck or gone, beside one that works. The one that works is answered in time throughout, what
it was told is there, and every slow one gets a clear end.

  * Sending a head or a body a byte at a time ends with 408, or with the connection closed; nothing of it is written.
  * Asking for a large answer and not reading it holds up nobody, and ends with the connection closed.
  * Going away in the middle of a body leaves nothing.

Usage: slow_clients.py BINARY [--clients N] [--seconds S]
"""
import argparse
import os
import select
import shutil
import socket
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from province import Client, Program, dossier, open_province, person  # noqa: E402

PEOPLE = 20
ANSWER_SECONDS_MAX = 5.0


class Slow(threading.Thread):
    """Sends `text` a byte every `pause` seconds until the server has had enough; keeps what it was told."""

    def __init__(self, port, text, pause, until):
        super().__init__(daemon=True)
        self.text, self.pause, self.until, self.told = text, pause, until, b""
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)

    def run(self):
        try:
            for byte in self.text:
                if time.monotonic() > self.until:
                    break
                self.socket.sendall(bytes([byte]))
                if select.select([self.socket], [], [], self.pause)[0]:
                    break  # it was answered before it had said all
            self.socket.settimeout(max(0.1, self.until - time.monotonic()))
            while piece := self.socket.recv(65536):
                self.told += piece
        except OSError:
            pass
        finally:
            self.socket.close()


def unread(port, token):
    """Asks for much, reads nothing."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    one.connect(("127.0.0.1", port))
    one.sendall((f"GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n" * 8).encode())
    return one


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--clients", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="minhbach-slow-")
    program = Program(os.path.abspath(options.binary), os.path.join(folder, "store"))
    failures = []
    try:
        administrator = open_province(program, PEOPLE)
        staff = program.token("--person", person(0))
        client = Client(program.port, staff)
        size = Client(program.port).get("/readyz")[1]["size"]
        until = time.monotonic() + options.seconds
        body = '{"side":"PEER","text":"' + "x" * 4000 + '"}'
        head = (f"POST /v1/dossiers/{dossier(1)}/comments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {staff}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n")
        slow = [Slow(program.port, (head + body).encode(), 0.3, until) for _ in range(options.clients)]
        for one in slow:
            one.start()
        stuck = [unread(program.port, staff) for _ in range(options.clients)]
        for _ in range(options.clients):
            gone = socket.create_connection(("127.0.0.1", program.port))
            gone.sendall((head + body[:100]).encode())
            gone.close()

        done, worst = 0, 0.0
        while time.monotonic() < until:
            began = time.monotonic()
            status, answer, _ = client.post(f"/v1/dossiers/{dossier(2)}/comments",
                                            {"side": "PEER", "text": f"Ý kiến {done}."},
                                            {"Idempotency-Key": f'"w{done}"'})
            worst = max(worst, time.monotonic() - began)
            if status != 201:
                failures.append(f"the one that works: {status} {answer}")
                break
            done += 1
            time.sleep(0.02)
        if worst > ANSWER_SECONDS_MAX:
            failures.append(f"the one that works waited {worst:.1f} s")
        for one in stuck:
            one.close()
        for one in slow:
            one.join(timeout=10)
            if one.told and not one.told.startswith(b"HTTP/1.1 408"):
                failures.append(f"a slow one was told {one.told[:80]!r}")
        if not any(one.told for one in slow):
            failures.append("no slow one was told why")
        after = Client(program.port).get("/readyz")[1]["size"]
        if not size + done <= after <= size + done + 1 + options.seconds // 60:
            failures.append(f"{done} comments were acknowledged, the log grew by {after - size}")
        reader = Client(program.port, administrator)
        if reader.get(f"/v1/log/entries/{after - 1}")[0] != 200:
            failures.append("the last entry cannot be read")
        if program.stop() != 0:
            failures.append("the server did not stop cleanly")
        program.run("log", "verify", program.data)
        print(f"slow clients: {done} comments beside {3 * options.clients} slow ones, "
              f"the slowest in {worst * 1000:.0f} ms")
    finally:
        if program.process and program.process.poll() is None:
            program.kill()
    for failure in failures:
        print(failure)
    if not failures:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{0 if failures else 1} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
