#!/usr/bin/python3
"""SIGTERM in a loop under load, with the oracle of oracle.py: the server ends with 0 and in time, whoever is writing,
answers what it has written, and nothing acknowledged is missing.
Usage: stop_under_load.py BINARY [--rounds N] [--seconds S] [--clients N]
"""
import argparse
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from oracle import Oracle  # noqa: E402

STOP_SECONDS_MAX = 30


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--clients", type=int, default=8)
    options = parser.parse_args()
    oracle = Oracle(options.binary)

    def stop():
        began = time.monotonic()
        status = oracle.program.stop()
        took = time.monotonic() - began
        if status != 0 or took > STOP_SECONDS_MAX:
            oracle.fail(f"told to stop under load, the server ended with {status} after {took:.1f} s")

    try:
        for number in range(options.rounds):
            before = len(oracle.acknowledged)
            oracle.under_load(f"s{number}", options.clients, options.seconds, stop)
            written = oracle.check(f"s{number}", oracle.acknowledged[before:])
            if written:
                oracle.fail(f"s{number}: {written} were written and not answered")
        return oracle.finish("SIGTERM", options.rounds)
    finally:
        oracle.close()


if __name__ == "__main__":
    sys.exit(main())
