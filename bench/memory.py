"""What a process that answers searches holds in memory: one gunicorn worker of the real portal.

    DATA_DIR=var python -m bench.memory           # 100 searches of the portal whose data lies there
    python -m bench.memory --data /srv/portal/var --searches 500

Prints megabytes of the worker after its first answer and after all of them: resident, private (what would be free
if it ended), and proportional. Linux only: read from /proc/PID/smaps_rollup.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).resolve().parent.parent
QUERIES = (
    "ایران",
    "رئیس جمهور",
    "گفت‌وگو",
    "مجلس",
    "تهران",
    "دولت",
    "اقتصاد",
    "نفت",
    "انتخابات",
    "فوتبال",
    "دانشگاه",
    "وزیر خارجه",
    "الرياض",
    "السعودية",
    "الوزير",
    "مجلس الوزراء",
    "العلاقات",
    "الحكومة",
    "المملكة",
    "الاقتصاد",
    "سوريا",
    "روسیه OR روسيا",
    "پوتین",
    "title:نفت",
    "کتاب*",
    '"وزیر امور خارجه"',
    "تهران -شهردار",
    "after:1385 نفت",
    "lang:ar النفط",
    "آب و هوا",
)
STARTS_WITHIN = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATA_DIR", "var")), help="DATA_DIR")
    parser.add_argument("--searches", type=int, default=100)
    options = parser.parse_args()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"DATA_DIR": str(options.data.resolve()), "BIND": f"127.0.0.1:{port}"}
    command = [Path(sys.executable).with_name("gunicorn"), "--workers", "1", "--log-level", "warning"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            worker = started(process.pid, port)
            report("after 1", worker)
            for number in range(1, options.searches):
                ask(port, QUERIES[number % len(QUERIES)], 1 + number // len(QUERIES))
            report(f"after {options.searches}", worker)
        finally:
            process.send_signal(signal.SIGTERM)


def ask(port: int, query: str, page: int = 1) -> None:
    with urlopen(f"http://127.0.0.1:{port}/search/?q={quote(query)}&page={page}") as answer:
        answer.read()


def started(pid: int, port: int) -> psutil.Process:
    """The worker, once it has answered a search."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        try:
            ask(port, QUERIES[0])
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.2)
        else:
            return psutil.Process(pid).children()[0]
    sys.exit("The portal did not start.")


def report(when: str, worker: psutil.Process) -> None:
    memory = worker.memory_full_info()
    resident, private, proportional = (part / 1e6 for part in (memory.rss, memory.uss, memory.pss))
    print(f"{when:>10}: {resident:5.0f} MB resident, {private:5.0f} private, {proportional:5.0f} proportional")


if __name__ == "__main__":
    main()
