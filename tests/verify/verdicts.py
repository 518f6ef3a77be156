"""Many files, several verifiers that share no code: which of them each accepts.

A verifier prints "ok" or "refused: why" for each file and ends with 1 if it refused any. Anything else is an error.
"""
import concurrent.futures
import os
import subprocess


def of_command(name, command, files):
    """Whether each file was accepted."""
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=900)
    lines = done.stdout.splitlines()
    accepted = [line == "ok" for line in lines]
    if len(lines) != len(files) or not all(line == "ok" or line.startswith("refused: ") for line in lines) or \
            done.returncode != (0 if all(accepted) else 1):
        raise RuntimeError(f"{name} ended with {done.returncode} after {len(lines)} verdicts: {done.stderr[-2000:]}")
    return accepted


def of_program(program, files, *options):
    """The same of `log verify`, which is asked about one file at a time and answers with its exit status."""
    def one(file):
        done = subprocess.run([program, "log", "verify", file, *options], capture_output=True, timeout=60)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"the program ended with {done.returncode} on {file}: {done.stderr[-2000:]}")
        return done.returncode == 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, files))


def go_built(source, folder):
    """The verifier in Go, made in the folder from its one file and Debian's packages."""
    binary = os.path.join(folder, "check")
    subprocess.run(["go", "build", "-o", binary, source], check=True, timeout=300,
                   env={**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
                        "GOCACHE": os.path.join(folder, "go-cache")})
    return binary


def written(folder, contents, suffix):
    os.makedirs(folder)
    paths = [os.path.join(folder, f"{number}{suffix}") for number in range(len(contents))]
    for path, content in zip(paths, contents):
        with open(path, "wb") as file:
            file.write(content)
    return paths


def score(what, verifiers, sound, damaged, names, least):
    """Holds every verifier, {name: function of files}, against sound and damaged files, whose damage has names. Prints
    how many each refused and what each got wrong, and gives how many verdicts were wrong."""
    failed = 0
    for name, verify in verifiers.items():
        accepted, wrongly = verify(sound), verify(damaged)
        print(f"{name}: {sum(accepted)} of {len(sound)} sound {what} accepted, "
              f"{len(damaged) - sum(wrongly)} of {len(damaged)} damaged ones refused", flush=True)
        for file, damage, is_accepted in zip(damaged, names, wrongly):
            if is_accepted:
                print(f"FAILED  {name} accepts: {damage} ({file})")
        failed += sum(wrongly) + accepted.count(False)
    if len(damaged) < least:
        print(f"FAILED  only {len(damaged)} kinds of damage")
        failed += 1
    print(f"{len(verifiers) * (len(sound) + len(damaged)) - failed} passed, {failed} failed")
    return failed
