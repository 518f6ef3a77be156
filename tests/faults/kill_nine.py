#!/usr/bin/python3
"""kill -9 in a loop under load, with the oracle of oracle.py.
Usage: kill_nine.py BINARY [--rounds N] [--seconds S] [--clients N] [--seed N]
"""
import argparse
import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from oracle import Oracle  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    oracle = Oracle(options.binary)

    def kill():
        time.sleep(dice.uniform(0, 0.05))
        oracle.program.kill()

    try:
        for number in range(options.rounds):
            before = len(oracle.acknowledged)
            oracle.under_load(f"r{number}", options.clients, options.seconds * dice.uniform(0.5, 1.5), kill)
            oracle.check(f"r{number}", oracle.acknowledged[before:])
        return oracle.finish("kill -9", options.rounds)
    finally:
        oracle.close()


if __name__ == "__main__":
    sys.exit(main())
