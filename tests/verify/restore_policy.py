#!/usr/bin/python3
"""A restoration that asks the witnesses of a policy what they have seen:   restore_policy.py PROGRAM FOLDER

A backup that holds all they cosigned is restored; one that holds less is refused, and so is one that cannot be held
against a witness because it does not answer. Whoever gives a reason goes behind and is told who knew of more, and the
restored log says that it was restored.
"""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "faults"), HERE]
from province import Client, Program  # noqa: E402
from witnesses import Log, Witness, drill, expect, keys_of_both_ledgers, soon  # noqa: E402


class Restoring:
    def __init__(self, binary, folder):
        self.folder = folder
        self.program = Program(binary, os.path.join(folder, "store"))
        self.policy = os.path.join(folder, "policy")
        self.passed = 0

    def expect(self, condition, what):
        expect(condition, what)
        self.passed += 1

    def backup(self, name):
        self.program.run("backup", "--data", self.program.data, "--to", os.path.join(self.folder, name), "--vault",
                         os.path.join(self.folder, name + "-keys"))

    def restored(self, name, *options):
        """The exit status, what was said, and the directory."""
        to = os.path.join(self.folder, f"restored-{self.passed}")
        done = self.program.run("restore", "--from", os.path.join(self.folder, name), "--vault",
                                os.path.join(self.folder, name + "-keys"), "--to", to, *options, check=False)
        return done.returncode, done.stderr, to

    def refused(self, name, word, *options):
        status, said, to = self.restored(name, *options)
        self.expect(status == 1 and "(behind-checkpoint)" in said and word in said, f"{name} is refused: {word}")
        self.expect(not os.path.exists(to) and not os.path.exists(to + ".restoring"), "and leaves nothing")
        return said

    def says_so(self, directory):
        program = Program(self.program.binary, directory)
        token = program.token("--role", "administrator")
        program.start()
        try:
            client = Client(program.port, token)
            size = client.get("/readyz")[1]["size"]
            return any(client.get(f"/v1/log/entries/{position}")[1]["data"]["type"] == "log.restored"
                       for position in range(size - 1, size - 10, -1))
        finally:
            program.stop()


def run(binary, folder, running):
    restoring = Restoring(binary, folder)
    program = restoring.program
    program.run("demo", "--data", program.data, "--people", "100")
    vkey = program.run("log", "vkey", "--data", program.data).stdout.strip()
    logs = os.path.join(folder, "logs")
    with open(logs, "w", encoding="utf-8") as file:
        file.write(keys_of_both_ledgers(vkey))
    one, two = (Witness(binary, folder, name, logs).start() for name in ("mot", "hai"))
    running += [one, two]
    with open(restoring.policy, "w", encoding="utf-8") as file:
        for name, witness in (("one", one), ("two", two)):
            file.write(f"witness {name} {witness.vkey} http://127.0.0.1:{witness.port}\n")
        file.write("group both all one two\nquorum both\n")
    asked = ("--policy", restoring.policy)
    token = program.token("--role", "administrator")
    restoring.backup("unseen")
    status, _, _ = restoring.restored("unseen", *asked)
    restoring.expect(status == 0, "witnesses that have seen nothing stand in nobody's way")

    program.start("--policy", restoring.policy, "--require-quorum")
    running.append(program)
    log = Log(program)
    soon(lambda: log.checkpoint() is not None, "a checkpoint is published")
    log.enter(token, 1)
    restoring.backup("early")
    log.enter(token, 2)
    published = log.size()
    program.stop()
    restoring.backup("whole")

    said = restoring.refused("early", "The witness one has seen the log with", *asked)
    size = int(re.search(r"with (\d+) events", said).group(1))
    restoring.expect(size >= published, "which is what was published")
    status, _, _ = restoring.restored("early")
    restoring.expect(status == 0, "without the policy nobody is asked")
    two.stop()
    restoring.refused("whole", "The witness two could not be asked", *asked)
    two.start()
    status, said, to = restoring.restored("early", *asked, "--go-behind", "Ổ đĩa hỏng")
    restoring.expect(status == 0, "with a reason it is gone behind")
    known = {who: int(number) for number, who in re.findall(r"behind: main (\d+) \((\w+)\)", said)}
    restoring.expect(set(known) == {"one", "two"} and min(known.values()) >= size, "and what each knew is said")
    restoring.expect(restoring.says_so(to), "the restored log says that it was restored")
    status, _, _ = restoring.restored("whole", *asked)
    restoring.expect(status == 0, "what holds all they have seen is restored")
    return restoring.passed


if __name__ == "__main__":
    sys.exit(drill(run))
