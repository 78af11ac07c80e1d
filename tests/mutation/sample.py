#!/usr/bin/env python3
"""Whether the tests notice a mutant of SecondLook.Sentencing, for a random sample of the mutants that Stryker makes.

    python3 tests/mutation/sample.py prepare FOLDER        let Stryker make the mutants; keeps the mutated assembly and the list
    python3 tests/mutation/sample.py run FOLDER [PER]      ask PER mutants of each part (50); continues where it stopped
    python3 tests/mutation/sample.py run FOLDER PER FILE   only the files whose path has FILE in it
    python3 tests/mutation/sample.py show FOLDER           the score of each part, and the survivors

Build the tests first: dotnet build tests/SecondLook.Tests -c Release. Why not Stryker alone: docs/mutation.md.
"""
import collections
import json
import math
import os
import pathlib
import random
import shutil
import socket
import struct
import subprocess
import sys
import threading
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = ROOT / "tests/SecondLook.Tests/bin/Release/net10.0"
SEED = os.environ.get("SAMPLE_SEED", "SecondLook 2")

# Left out always: what takes a minute, asks nothing of the rules, or makes its own process.
NEVER = ("More_of_a_chemical_among", "DemoTests", "StockValidation", "Architecture.", "Docs.", "Population.", "Docket.", "Web.")

# The quick tests of the rules come first; a mutant that they do not notice is asked of the rest.
QUICK = (
    "Worked.", "Reductions.EligibilityTests", "Reductions.ReadingTests", "Chapter3.", "Chapter4.", "Chapter5.", "OlderAmendment",
    "SafetyValveTests", "MissingFacts", "RemarkTests", "Amendment782", "BaseOffenseLevel", "BorrowedLevel", "SeveralGroups",
    "ChemicalEligibility", "Reductions.",
)
CASES = ("CasesOfJanuary", "ConstructedRecord", "Chapter2.", "Tests.Findings.")
CUSTODY = ("Custody.", "ConstructedRelease", "ReleaseOpinion")
READING = ("HostileInput", "Import.TableTests", "Import.Record")
OPINIONS = ("SecondOpinionTests", "StepOpinion", "OtherManual")
LAW = ("Law.ReadingTests", "Law.AmendmentTests", "Law.FingerprintTests", "Law.CoverageTests", "Law.QuantityLevelTests")
DEEP = [
    ("BothSides", "RulingTests"), ("MissingFactProperties",), ("PartialOpinion",), ("RecordProperties",), READING,
    ("Cli.Range", "Cli.Against"), ("FindingProperties",),
]
BATCHES = {
    "Reductions": [QUICK, OPINIONS, CASES, *DEEP],
    "Chapters": [QUICK, CASES, OPINIONS, *DEEP],
    "Custody": [CUSTODY, ("ReleaseProperties",), ("Cli.Release", "HostileInput")],
    "Facts": [READING + ("Tests.Findings.",), QUICK, CASES, CUSTODY, OPINIONS, *DEEP],
    "Findings": [("Tests.Findings.",), QUICK, CASES, ("Cli.",), OPINIONS, *DEEP],
    "Law": [LAW, QUICK, ("Law.CheckTests", "Law.ElementTests"), CASES, ("Cli.Law", "Cli.Against")],
}


def part(file):
    first = file.split("/")[0]
    if first in ("Reductions", "Custody", "Facts", "Findings"):
        return first
    return "Law" if first.startswith("Law") or first == "Elements.cs" else "Chapters"


def prepare(folder):
    """Stryker with one test that touches one mutant: it makes and compiles every mutant, and has little to ask."""
    copy = folder / "copy"
    for name in subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0"):
        if name and not (name.startswith("tests/SecondLook.Tests/") and name.endswith(".cs")) and not name.startswith("tests/data/"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    tests = copy / "tests/SecondLook.Tests"
    (tests / "One.cs").write_text(
        "namespace SecondLook.Tests;\n\npublic class One { [Fact] public void Longer() => "
        "Assert.Equal(12, SecondLook.Sentencing.Facts.Months.Max(new(12), new(6)).Value); }\n"
    )
    project = tests / "SecondLook.Tests.csproj"
    lines = project.read_text().splitlines(keepends=True)
    project.write_text("".join(line for line in lines if "SecondLook.Screening" not in line and "SecondLook.Cli" not in line))
    subprocess.run(["dotnet", "restore", "--force-evaluate"], cwd=tests, check=True)
    subprocess.run(["dotnet", "tool", "restore"], cwd=copy / "tests/mutation", check=True)
    output = folder / "stryker"
    stryker = subprocess.Popen(["dotnet", "stryker", "--output", str(output), "--skip-version-check"], cwd=copy / "tests/mutation")
    # Stryker puts the mutated assembly among the tests and the first one back at the end.
    there = tests / "bin/Release/net10.0/SecondLook.Sentencing.dll"
    unchanged = there.with_name(there.name + ".stryker-unchanged")
    while True:
        try:
            stryker.wait(1)
        except subprocess.TimeoutExpired:
            pass
        if there.exists() and unchanged.exists() and there.read_bytes() != unchanged.read_bytes():
            shutil.copy(there, folder / "SecondLook.Sentencing.dll")
        if stryker.returncode is not None:
            break
    shutil.copy(next(output.rglob("mutation-report.json")), folder / "mutants.json")


def mutants(folder):
    """Every mutant that compiles and is not left out, by part, in the order in which a sample takes them."""
    parts = collections.defaultdict(list)
    for file, found in json.loads((folder / "mutants.json").read_text())["files"].items():
        file = file.replace("\\", "/").split("src/SecondLook.Sentencing/")[-1]
        lines = found["source"].split("\n")
        for m in found["mutants"]:
            if m["status"] in ("Ignored", "CompileError"):
                continue
            a, b = m["location"]["start"], m["location"]["end"]
            one = a["line"] == b["line"]
            text = lines[a["line"] - 1][a["column"] - 1 : b["column"] - 1 if one else None] + ("" if one else " ...")
            parts[part(file)].append(
                {"id": m["id"], "part": part(file), "file": file, "line": a["line"], "kind": m["mutatorName"], "was": text, "is": m["replacement"]}
            )
    for name, all_ in parts.items():
        all_.sort(key=lambda m: int(m["id"]))
        random.Random(f"{SEED}-{name}").shuffle(all_)
    return parts


class Host:
    """The test program, kept running and asked over its protocol (Microsoft.Testing.Platform, JSON-RPC)."""

    def __init__(self, folder):
        self.program = BUILT.with_name("mutated")
        shutil.copytree(BUILT, self.program, dirs_exist_ok=True)
        shutil.copy(folder / "SecondLook.Sentencing.dll", self.program)
        self.active = folder / "active"
        self.nodes = None
        self.process = None
        self.start(-1)

    def start(self, mutant):
        if self.process:
            self.connection.close()
            self.process.kill()
            self.process.wait()
        self.active.write_bytes(struct.pack("<i", mutant))
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(1200)
        self.process = subprocess.Popen(
            ["nice", "-n", "19", "./SecondLook.Tests", "--server", "--client-port", str(listener.getsockname()[1]), "--max-threads", "1"],
            cwd=self.program, env=os.environ | {"STRYKER_MUTANT_FILE": str(self.active)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.connection, _ = listener.accept()
        listener.close()
        self.stream = self.connection.makefile("rb")
        self.last = 0
        client = {"clientInfo": {"name": "sample", "version": "1.0"}, "capabilities": {"testing": {"debuggerProvider": False}}}
        self.call("initialize", {"processId": os.getpid(), **client})
        if self.nodes is None:
            found = self.call("testing/discoverTests", {"runId": str(uuid.uuid4())}).values()
            self.nodes = [n for n in found if not any(x in self.name(n) for x in NEVER)]

    @staticmethod
    def name(node):
        return f"{node['location.type']}.{node['location.method']}"

    def mutate(self, mutant):
        with open(self.active, "r+b") as file:
            file.write(struct.pack("<i", mutant))

    def call(self, method, arguments):
        self.last += 1
        body = json.dumps({"jsonrpc": "2.0", "id": self.last, "method": method, "params": arguments}).encode()
        self.connection.sendall(b"Content-Length: %d\r\nContent-Type: application/testingplatform\r\n\r\n" % len(body) + body)
        told = {}
        while True:
            length = 0
            while line := self.stream.readline().strip():
                if line.lower().startswith(b"content-length"):
                    length = int(line.split(b":")[1])
            if length == 0:
                raise EOFError
            message = json.loads(self.stream.read(length))
            if message.get("id") == self.last and "method" not in message:
                return told
            if message.get("method") == "testing/testUpdates/tests":
                told |= {c["node"]["uid"]: c["node"] for c in message["params"].get("changes") or []}

    def seconds(self):
        try:
            fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")")[-1].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            return 0

    def failures(self, nodes, limit):
        """The tests that fail; null where the process ended or used more seconds of a core than the limit."""
        begin, done = self.seconds(), threading.Event()

        def watch():
            while not done.wait(2):
                if self.seconds() - begin > limit:
                    self.process.kill()

        threading.Thread(target=watch, daemon=True).start()
        try:
            told = self.call("testing/runTests", {"runId": str(uuid.uuid4()), "tests": nodes})
            return [n for n in told.values() if n["execution-state"] not in ("passed", "skipped", "discovered", "in-progress")]
        except (EOFError, OSError):
            return None
        finally:
            done.set()


def ask(host, mutant):
    # What the law says is read once in a process, so a mutant of the reader gets a process of its own.
    own = mutant["part"] == "Law"
    if own:
        host.start(int(mutant["id"]))
    asked = set()
    try:
        for names in BATCHES[mutant["part"]]:
            batch = [n for n in host.nodes if n["uid"] not in asked and any(x in host.name(n) for x in names)]
            asked |= {n["uid"] for n in batch}
            for fresh in (False, True):
                host.mutate(int(mutant["id"]))
                failed = host.failures(batch, 150)
                if failed is None:
                    own = True
                    return "timeout", ""
                if not failed:
                    break
                host.mutate(-1)
                if own or fresh or host.failures(failed[:1], 60) == []:
                    return "killed", host.name(failed[0]).removeprefix("SecondLook.Tests.")
                # It fails without the mutant too: an earlier one left something in the process.
                host.start(int(mutant["id"]))
                own = True
        return "survived", ""
    finally:
        if own:
            host.start(-1)


def results(folder):
    file = folder / "results.jsonl"
    return {r["id"]: r for r in map(json.loads, file.read_text().splitlines())} if file.exists() else {}


def run(folder, per, only=""):
    known, parts = results(folder), mutants(folder)
    host = Host(folder)
    todo = [(i, m) for part_ in parts.values() for i, m in enumerate([m for m in part_ if only in m["file"]][:per])]
    for _, mutant in sorted(todo, key=lambda x: x[0]):
        if mutant["id"] not in known:
            status, by = ask(host, mutant)
            with open(folder / "results.jsonl", "a") as file:
                file.write(json.dumps(mutant | {"status": status, "by": by}, ensure_ascii=False) + "\n")
    host.connection.close()
    host.process.kill()


def show(folder):
    found, parts = results(folder), mutants(folder)
    total = sum(len(p) for p in parts.values())
    score = spread = 0
    for name, part_ in sorted(parts.items()):
        asked = [found[m["id"]] for m in part_ if m["id"] in found]
        if not asked:
            continue
        rate = sum(r["status"] != "survived" for r in asked) / len(asked)
        weight = len(part_) / total
        score += weight * rate
        spread += weight**2 * rate * (1 - rate) / len(asked)
        print(f"{name}: {len(part_)} mutants, {len(asked)} asked, {rate:.0%} killed, +-{1.96 * math.sqrt(rate * (1 - rate) / len(asked)):.0%}")
    print(f"all, by the number of mutants in each part: {score:.0%} +-{1.96 * math.sqrt(spread):.0%}")
    for r in sorted(found.values(), key=lambda r: (r["file"], r["line"])):
        if r["status"] == "survived":
            print(f"{r['file']}:{r['line']} {r['was']} -> {r['is']}")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("prepare", "run", "show"):
        sys.exit(__doc__)
    where = pathlib.Path(sys.argv[2]).resolve()
    where.mkdir(parents=True, exist_ok=True)
    if sys.argv[1] == "prepare":
        prepare(where)
    elif sys.argv[1] == "run":
        run(where, int(sys.argv[3]) if len(sys.argv) > 3 else 50, sys.argv[4] if len(sys.argv) > 4 else "")
    else:
        show(where)
