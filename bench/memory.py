"""What the processes that answer searches hold in memory: two gunicorn workers, as the real portal runs.

    DATA_DIR=var python -m bench.memory           # 100 searches of the portal whose data lies there
    python -m bench.memory --data /srv/portal/var --searches 500

Prints megabytes of each worker after the first answer and after all of them: resident; private, apart as anonymous
and as pages of files that no other process maps; anonymous in all, with what the workers share since the fork; and
proportional. Pages of the mapped index count as shared: both workers read it. Linux only: /proc/PID/smaps_rollup.
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
    command = [Path(sys.executable).with_name("gunicorn"), "--workers", "2", "--log-level", "warning"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            workers = started(process.pid, port)
            report("after 1", workers)
            for number in range(1, options.searches):
                ask(port, QUERIES[number % len(QUERIES)], 1 + number // len(QUERIES))
            report(f"after {options.searches}", workers)
        finally:
            process.send_signal(signal.SIGTERM)


def ask(port: int, query: str, page: int = 1) -> None:
    with urlopen(f"http://127.0.0.1:{port}/search/?q={quote(query)}&page={page}") as answer:
        answer.read()


def started(pid: int, port: int) -> list[int]:
    """The workers' ids, once a search has been answered."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        try:
            ask(port, QUERIES[0])
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.2)
        else:
            return [child.pid for child in psutil.Process(pid).children()]
    sys.exit("The portal did not start.")


def report(when: str, workers: list[int]) -> None:
    for pid in workers:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        size = {name: int(value.split()[0]) * 1024 / 1e6 for name, value in (line.split(":") for line in lines)}
        private = size["Private_Clean"] + size["Private_Dirty"]
        # A dirty private page is anonymous: the worker writes to no file that it maps.
        print(
            f"{when:>10}: {size['Rss']:5.0f} MB resident, {private:5.0f} private"
            f" ({size['Private_Dirty']:.0f} anonymous, {size['Private_Clean']:.0f} of files),"
            f" {size['Anonymous']:5.0f} anonymous in all, {size['Pss']:5.0f} proportional"
        )


if __name__ == "__main__":
    main()
