#!/usr/bin/python3
"""The program as somebody at a terminal meets it: what it prints where, its exit status, what it says when it refuses.

    command_line.py --program build/dev/minhbach --work build/dev/command-line

What other programs read stands alone on standard output; what people read stands on standard error in both languages
and says what to do. 0 is done, 1 refused or failed, 2 called wrongly.
"""

import argparse
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
UNITS = ROOT / "api/demo/data/quangngai-2023-units.csv"
SUBCOMMANDS = ([], ["init"], ["demo"], ["serve"], ["witness"], ["import"], ["export"], ["backup"], ["restore"],
               ["token"], ["account"], ["account", "slip"], ["rules"],
               ["rules", "evaluate"], ["rules", "quota"], ["rules", "deadline"], ["rules", "procedure"],
               ["rules", "check"], ["rules", "compare"], ["log"], ["log", "verify"],
               ["log", "vkey"], ["log", "scrub"], ["log", "repair"], ["key"], ["key", "rotate"], ["projection"],
               ["projection", "rebuild"], ["version"])
ROSTER = ("personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,document\n"
          "T0001,Nguyễn Thử,01/02/1985,nam,51-S05,Chuyên viên,CIVIL_SERVANT,không,,không,51-S05,01/01/2020,,\n")


class Terminal(unittest.TestCase):
    program = work = None
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)
        cls.work.mkdir(parents=True)
        cls.store = cls.work / "store"
        cls.run_program("init", "--data", cls.store, "--origin", "minhbach.test/terminal", "--units", UNITS,
                        "--administrator", "Nguyễn Quản Trị")
        cls.roster = cls.work / "roster.csv"
        cls.roster.write_text(ROSTER, encoding="utf-8")

    @classmethod
    def run_program(cls, *words, timeout=120, input=None):
        given = {"stdin": subprocess.DEVNULL} if input is None else {"input": input}
        return subprocess.run([cls.program, *map(str, words)], capture_output=True, text=True, timeout=timeout,
                              encoding="utf-8", **given)

    def copy(self, name):
        """The store again in another directory, whole."""
        directory = self.work / name
        shutil.copytree(self.store, directory)
        return directory

    def serving(self, directory, *options):
        """A server on the directory; it has said where it listens."""
        process = subprocess.Popen([self.program, "serve", "--data", str(directory), "--listen", "127.0.0.1:0",
                                    *options],
                                   stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait, 60)
        self.addCleanup(process.terminate)
        self.assertIn("http://127.0.0.1:", process.stderr.readline())
        return process

    def assert_refused(self, done, kind, vietnamese, english, status=1):
        """In both languages, and in each what to do."""
        told = done.stdout + done.stderr
        self.assertEqual(done.returncode, status, told)
        self.assertEqual(done.stdout, "")
        lines = [line for line in done.stderr.splitlines() if line.startswith("minhbach: ")]
        self.assertEqual(len(lines), 2, told)
        self.assertIn(f"({kind})", lines[1])
        self.assertIn(vietnamese, lines[0])
        self.assertIn(english, lines[1])


class Help(Terminal):
    def test_every_subcommand_explains_itself(self):
        for words in SUBCOMMANDS:
            done = self.run_program(*words, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""), words)
            self.assertIn("--help", done.stdout, words)
            self.assertGreater(len(done.stdout.splitlines()), 4, words)

    def test_every_subcommand_is_asked_above(self):
        named = set()
        for words in SUBCOMMANDS:
            text = self.run_program(*words, "--help").stdout
            listed = re.search(r"^Subcommands:\n((?:  +.*\n?)*)", text, re.MULTILINE)
            for line in (listed.group(1) if listed else "").splitlines():
                if re.match(r"  \S", line):
                    named.add((*words, line.split()[0]))
        self.assertEqual(named, {tuple(words) for words in SUBCOMMANDS if words})

    def test_called_wrongly_is_two(self):
        for words in ([], ["nothing"], ["serve"], ["log", "verify"], ["token", "--data", self.store, "--role", "king"],
                      ["token", "--data", self.store, "--days", "0"], ["demo", "--people", "99"],
                      ["serve", "--data", self.store, "--threads", "0"],
                      ["serve", "--data", self.store, "--threads", "17"]):
            done = self.run_program(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertTrue(done.stderr, words)


class Rulebooks(Terminal):
    WRITTEN = ROOT / "services/law/rulebooks/nd90-48-2023.json"

    def changed(self, old, new):
        text = self.WRITTEN.read_text(encoding="utf-8")
        self.assertIn(old, text)
        file = self.work / "rulebook.json"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return file

    def test_a_sound_one_is_told_with_its_hash(self):
        done = self.run_program("rules", "check", self.WRITTEN)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"\And90-48-2023 [0-9a-f]{64}\n\Z")

    def test_a_flaw_is_told_with_its_place(self):
        done = self.run_program("rules", "check", self.changed("findings.degradation\"}", "findings.laziness\"}"))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"(?m)^/clauses/\d+/holds/flag: .*\"findings.laziness\"")

    def test_two_are_compared_on_a_cycle_and_nothing_is_touched(self):
        store = self.work / "compared"
        made = self.run_program("demo", "--data", store, "--people", "200", timeout=300)
        self.assertEqual(made.returncode, 0, made.stderr)
        before = {path: path.read_bytes() for path in store.rglob("*") if path.is_file()}
        stricter = self.changed('"AT_LEAST", "percent": 50, "whole"', '"AT_LEAST", "percent": 90, "whole"')
        done = self.run_program("rules", "compare", "nd90-48-2023", stricter, "--cycle", "2023", "--data", store)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue(lines, "nobody's level differs")
        for line in lines:
            self.assertEqual((line["first"], line["second"]), ("EXCELLENT", "GOOD"), line)
            self.assertTrue(any((one["stage"], one["heldInFirst"], one["heldInSecond"]) == ("EXCELLENT", True, False)
                                for one in line["clauses"]), line)
        self.assertEqual({path: path.read_bytes() for path in store.rglob("*") if path.is_file()}, before)
        same = self.run_program("rules", "compare", "nd90-48-2023", self.WRITTEN, "--cycle", "2023", "--data", store)
        self.assertEqual((same.returncode, same.stdout), (0, ""))
        unknown = self.run_program("rules", "compare", "nd90-48-2023", "nd90-2020", "--cycle", "1999", "--data", store)
        self.assertEqual((unknown.returncode, unknown.stdout), (1, ""))
        # What the cycle is bound to, against itself and against the stricter text.
        bound = self.run_program("rules", "compare", "bound", "nd90-48-2023", "--cycle", "2023", "--data", store)
        self.assertEqual((bound.returncode, bound.stdout), (0, ""), bound.stderr)
        self.assertRegex(bound.stderr, r"[1-9]\d* dossiers, 0 differ")
        bound = self.run_program("rules", "compare", "bound", stricter, "--cycle", "2023", "--data", store)
        self.assertEqual((bound.returncode, [json.loads(line) for line in bound.stdout.splitlines()]), (0, lines))
        turned = self.run_program("rules", "compare", stricter, "bound", "--cycle", "2023", "--data", store)
        self.assertEqual([(one["dossier"], one["first"], one["second"])
                          for one in map(json.loads, turned.stdout.splitlines())],
                         [(one["dossier"], one["second"], one["first"]) for one in lines])
        self.assertEqual({path: path.read_bytes() for path in store.rglob("*") if path.is_file()}, before)

    def ask(self, **question):
        asked = {"rulebook": "nd90-48-2023", "subject": {"class": "CIVIL_SERVANT", "leader": False}, "year": 2023,
                 "step": "NOTICE", "done": [{"step": "DECISION", "on": "2023-11-28"}], **question}
        done = self.run_program("rules", "procedure", input=json.dumps(asked) + "\n")
        return done.returncode, json.loads(done.stdout)

    def test_what_if_a_term_were_shorter(self):
        status, answer = self.ask(on="2023-12-05")
        self.assertEqual((status, answer["allowed"]), (0, True))
        term = next(one for one in answer["findings"] if one["about"] == "TERM")
        self.assertEqual((term["clause"], term["due"], term["standing"], term["sourceConfidence"]),
                         ("internal.notice", "2023-12-05", "INTERNAL_RULE", "READING"))
        status, answer = self.ask(on="2023-12-05", terms=[{"term": "NOTICE", "days": 3}])
        term = next(one for one in answer["findings"] if one["about"] == "TERM")
        self.assertEqual((status, answer["allowed"], term["due"]), (0, False, "2023-12-01"))
        status, answer = self.ask(on="2023-12-05", terms=[{"term": "NOTICE", "days": 9}])
        self.assertEqual((status, answer["error"], answer["fields"]), (1, "invalid-field", ["terms"]))

    def test_a_step_out_of_turn_names_what_is_missing(self):
        done = [{"step": "SELF_ASSESSMENT", "on": "2023-11-16"}]
        status, answer = self.ask(on="2023-11-24", step="PROPOSAL", done=done)
        self.assertEqual((status, answer["allowed"]), (0, False))
        missing = [one for one in answer["findings"] if not one["held"]]
        self.assertEqual([(one["missing"], one["clause"]) for one in missing], [("MEETING", "nd90.18.2.b")])
        self.assertTrue(missing[0]["without"] and missing[0]["withoutEn"] and missing[0]["requirementEn"])


# What each leaves behind in the record. What only reads leaves nothing; `serve` and `witness` are no acts but doors.
LEAVES = {"init": "province.opened", "demo": "province.opened", "import": "the events of the roster",
          "export": "package.exported", "backup": "administration.done", "restore": "log.restored",
          "token": "administration.done", "account slip": "administration.done", "log repair": "administration.done",
          "key rotate": "signing-key.rotated", "projection rebuild": "administration.done",
          "serve": "administration.done", "witness": None, "rules": None, "rules evaluate": None, "rules quota": None,
          "rules deadline": None, "rules procedure": None, "rules check": None, "rules compare": None, "log": None,
          "log verify": None, "log vkey": None, "log scrub": None, "key": None, "account": None, "projection": None,
          "version": None}


class Administration(Terminal):
    def test_every_subcommand_says_what_it_leaves(self):
        self.assertEqual({" ".join(words) for words in SUBCOMMANDS if words}, set(LEAVES))

    def test_what_is_done_beside_the_server_is_entered_by_it(self):
        directory = self.copy("administered")
        self.run_program("token", "--data", directory, "--person", "QTHT-1")
        self.run_program("account", "slip", "--data", directory, "--person", "QTHT-1")
        self.run_program("backup", "--data", directory, "--to", self.work / "administered-backup")
        self.run_program("projection", "rebuild", "--data", directory)
        announced = directory / "administration"
        self.assertEqual(sorted(json.loads(file.read_text())["act"] for file in announced.iterdir()),
                         ["account-slip", "backup", "projection-rebuild", "token"])
        process = self.serving(directory)
        process.terminate()
        process.wait(60)
        self.assertEqual(list(announced.iterdir()), [])
        done = self.run_program("log", "verify", directory)
        self.assertEqual(done.returncode, 0, done.stderr)


class MadeOf(Terminal):
    def test_every_library_that_the_loader_finds_is_listed_with_the_version_that_is_installed(self):
        done = self.run_program("version", "--dependencies")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        made_of = json.loads(done.stdout)
        self.assertEqual((made_of["bomFormat"], made_of["specVersion"]), ("CycloneDX", "1.5"))
        listed = {one["value"]: component for component in made_of["components"]
                  for one in component.get("properties", []) if one["name"] == "minhbach:shared"}
        loaded = subprocess.run(["ldd", self.program], capture_output=True, text=True, check=True).stdout
        names = [pathlib.Path(path).name for path in re.findall(r"(/\S+) \(0x", loaded)]
        self.assertGreater(len(names), 10)
        for name in names:
            self.assertIn(name, listed)
            component = listed[name]
            installed = subprocess.run(["dpkg-query", "-W", "-f", "${Version}\n", component["name"]],
                                       capture_output=True, text=True, check=True).stdout.split()
            self.assertIn(component["version"], installed, name)

    def test_so_are_archives_headers_and_what_the_console_is_bundled_from(self):
        made_of = json.loads(self.run_program("version", "--dependencies").stdout)
        names = {component["name"]: component for component in made_of["components"]}
        for name in ("librocksdb-dev", "libboost1.81-dev", "libcli11-dev", "lit", "d3-scale"):
            self.assertEqual(names[name]["scope"], "required", name)
        self.assertEqual(names["typescript"]["scope"], "excluded")
        references = [component["bom-ref"] for component in made_of["components"]]
        self.assertEqual(len(references), len(set(references)))
        self.assertLessEqual(set(made_of["dependencies"][0]["dependsOn"]), set(references))

    def test_the_version_alone(self):
        done = self.run_program("version")
        self.assertEqual((done.returncode, done.stdout), (0, self.run_program("--version").stdout))


class BareValues(Terminal):
    def test_the_key(self):
        done = self.run_program("log", "vkey", "--data", self.store)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"\Aminhbach\.test/terminal\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}\n\Z")

    def test_a_token(self):
        done = self.run_program("token", "--data", self.store, "--role", "administrator")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"\Amb_[0-9a-f]{64}\n\Z")
        self.assertIn("QTHT-1", done.stderr)

    def test_an_import_is_reported_as_json(self):
        done = self.run_program("import", self.roster, "--data", self.store, "--as", "QTHT-1", "--dry-run")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIsInstance(json.loads(done.stdout), dict)

    def test_a_verified_directory(self):
        done = self.run_program("log", "verify", self.store)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(done.stderr.count("ĐẠT / OK"), 2)

    def test_the_planted_cases(self):
        done = self.run_program("demo", "--cases", "--people", 100)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(done.stdout)["people"], 100)


class HeldDirectory(Terminal):
    def test_has_one_writer(self):
        held = self.copy("held")
        self.serving(held)
        for words in (["serve", "--data", held, "--listen", "127.0.0.1:0"],
                      ["import", self.roster, "--data", held, "--as", "QTHT-1"],
                      ["projection", "rebuild", "--data", held]):
            self.assert_refused(self.run_program(*words), "directory-held", "hãy dừng tiến trình đó (minhbach serve)",
                                "stop it (minhbach serve) and try again")

    def test_is_read_all_the_same(self):
        held = self.copy("read")
        self.serving(held)
        for words in (["token", "--data", held, "--role", "administrator"], ["log", "vkey", "--data", held]):
            done = self.run_program(*words)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(done.stdout.split()), 1)
        verified = self.run_program("log", "verify", held)
        self.assertEqual(verified.returncode, 0, verified.stderr)

    def test_is_let_go_when_the_server_is_told_to_stop(self):
        held = self.copy("let-go")
        server = self.serving(held)
        server.terminate()
        self.assertEqual(server.wait(60), 0)
        done = self.run_program("import", self.roster, "--data", held, "--as", "QTHT-1")
        self.assertEqual(done.returncode, 0, done.stderr)
        done = self.run_program("projection", "rebuild", "--data", held)
        self.assertEqual(done.returncode, 0, done.stderr)


class ForeignDirectory(Terminal):
    def test_is_not_touched(self):
        foreign = self.work / "foreign"
        foreign.mkdir()
        (foreign / "letter.txt").write_text("Kính gửi", encoding="utf-8")
        for words in (["serve", "--data", foreign], ["token", "--data", foreign, "--role", "staff"],
                      ["log", "vkey", "--data", foreign], ["log", "verify", foreign],
                      ["import", self.roster, "--data", foreign, "--as", "QTHT-1"],
                      ["projection", "rebuild", "--data", foreign]):
            self.assert_refused(self.run_program(*words), "directory-foreign", "hãy kiểm tra đường dẫn",
                                "check the path or run minhbach init")
        for words in (["init", "--data", foreign, "--origin", "a.test", "--units", UNITS, "--administrator", "A"],
                      ["demo", "--data", foreign, "--people", "100"]):
            self.assert_refused(self.run_program(*words), "directory-not-empty", "hãy chọn thư mục mới",
                                "choose a new or empty one")
        self.assertEqual([one.name for one in foreign.iterdir()], ["letter.txt"])

    def test_that_is_not_there_is_not_made(self):
        missing = self.work / "missing"
        for words in (["serve", "--data", missing], ["log", "verify", missing],
                      ["projection", "rebuild", "--data", missing]):
            self.assert_refused(self.run_program(*words), "directory-missing", "hãy kiểm tra đường dẫn",
                                "check the path or run minhbach init")
        self.assertFalse(missing.exists())


class DamagedDirectory(Terminal):
    """One byte is another one: nobody goes on writing, and both languages say what to do with the directory."""

    def flipped(self, name, pattern):
        directory = self.copy(name)
        file = max((directory / "log").glob(pattern), key=lambda one: one.stat().st_size)
        content = bytearray(file.read_bytes())
        self.assertGreater(len(content), 1000, file)
        content[len(content) // 2] ^= 0x40
        file.write_bytes(content)
        return directory

    def assert_damaged(self, directory):
        for words in (["serve", "--data", directory, "--listen", "127.0.0.1:0"],
                      ["import", self.roster, "--data", directory, "--as", "QTHT-1"],
                      ["projection", "rebuild", "--data", directory], ["log", "verify", directory]):
            self.assert_refused(self.run_program(*words), "directory-damaged", "hãy khôi phục từ bản sao lưu",
                                "restore the newest backup")

    def test_in_the_write_ahead_log(self):
        self.assert_damaged(self.flipped("damaged-log", "*.log"))

    def test_in_the_file_of_what_was_signed(self):
        directory = self.copy("damaged-signed")
        content = (directory / "signed").read_bytes()
        (directory / "signed").write_bytes(bytes(byte ^ 0x40 for byte in content))
        self.assert_damaged(directory)

    def test_in_a_table(self):
        # A table is written once there is enough: a province with people has one.
        directory = self.work / "damaged-table"
        made = self.run_program("demo", "--data", directory, "--people", "300", timeout=300)
        self.assertEqual(made.returncode, 0, made.stderr)
        tables = sorted((directory / "log").glob("*.sst"), key=lambda one: one.stat().st_size)
        self.assertTrue(tables, "no table was written")
        content = bytearray(tables[-1].read_bytes())
        for at in range(len(content) // 4, len(content), len(content) // 4):
            content[at] ^= 0x40
        tables[-1].write_bytes(content)
        verified = self.run_program("log", "verify", directory)
        self.assertEqual((verified.returncode, verified.stdout), (1, ""))
        told = verified.stderr
        self.assertTrue("(directory-damaged)" in told or "KHÔNG ĐẠT / FAILED" in told, told)


class Listening(Terminal):
    def test_on_what_is_no_address(self):
        for text in ("127.0.0.1", "8080", "127.0.0.1:", "127.0.0.1:port", "127.0.0.1:99999"):
            self.assert_refused(self.run_program("serve", "--data", self.store, "--listen", text), "invalid-field",
                                "--listen cần dạng địa-chỉ:cổng", "--listen takes address:port")

    def test_not_where_something_else_lies_among_the_certificates(self):
        authorities = self.work / "authorities"
        authorities.mkdir()
        (authorities / "readme.txt").write_text("Chứng thư ở đây", encoding="utf-8")
        done = self.run_program("serve", "--data", self.store, "--listen", "127.0.0.1:0",
                                "--signature-authorities", authorities)
        self.assert_refused(done, "invalid-field", "readme.txt: Không phải chứng thư", "readme.txt: Not a certificate")

    def test_with_as_many_threads_as_are_asked_for(self):
        for threads in (1, 3, 16):
            server = self.serving(self.copy(f"threads-{threads}"), "--threads", str(threads))
            beside, until = -1, time.monotonic() + 10  # the first is the program's own
            while beside != threads - 1 and time.monotonic() < until:
                names = [task.read_text() for task in pathlib.Path(f"/proc/{server.pid}/task").glob("*/comm")]
                beside = names.count("answering\n")
                time.sleep(0.02)
            self.assertEqual(beside, threads - 1)
            server.terminate()
            self.assertEqual(server.wait(60), 0)

    def test_where_somebody_listens_already(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            done = self.run_program("serve", "--data", self.store, "--listen", f"127.0.0.1:{port}")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn(str(port), done.stderr)


class UnknownPeople(Terminal):
    def test_get_no_token(self):
        self.assert_refused(self.run_program("token", "--data", self.store, "--person", "NOBODY"),
                            "not-found-or-not-allowed", "không có người như vậy", "no such person")
        self.assert_refused(self.run_program("token", "--data", self.store), "invalid-field", "Hãy nêu --role",
                            "Name --role")

    def test_import_nothing(self):
        done = self.run_program("import", self.roster, "--data", self.store, "--as", "NOBODY")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len([line for line in done.stderr.splitlines() if line.startswith("minhbach: ")]), 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    options, rest = parser.parse_known_args()
    Terminal.program, Terminal.work = options.program, options.work
    program = unittest.main(argv=[sys.argv[0], *rest], exit=False, verbosity=2)
    failed = len(program.result.failures) + len(program.result.errors)
    print(f"{program.result.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
