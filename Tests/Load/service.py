"""The program: started, stopped, killed and started again in a folder of the run's own."""

import asyncio
import os
import shutil
import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path

_CONFIGURATION = """\
listen: {{ host: 127.0.0.1, port: {port} }}
database: passerelle.sqlite
dialogs: {{ folder: Dialogs, start: accueil, watch: true }}
languages: [fr, en]
country: {{ calling-code: 237, time-zone: Africa/Douala }}
channels:
  ussd: {{ gateway: africas-talking-ussd, code: "*123#", page: 160, idle: 30 s, total: 180 s, cost: gratuit }}
  sms:
    gateway: http-sms
    code: "8080"
    cost: gratuit
    message: {{ from: form, number: msisdn, text: text, id: id }}
    reply: {{ type: text/plain, body: "{{{{text}}}}" }}
  outbound:
    gateway: africas-talking-sms
    code: "8080"
    url: http://127.0.0.1:{gateway}
    username: essai
    api-key: cle
    rate: 100
    cost: gratuit
outgoing: [{{ via: outbound }}]
quiet: {{ from: "00:00", to: "00:00" }}
limits: {{ turns-a-minute: {turns}, turns-an-hour: 100000, messages-a-month: 40, messages-a-day: 20 }}
log: {{ level: notice }}
"""


class Trouble(Exception):
    """The run cannot go on."""


def free_port() -> int:
    """Out of the way of connections, which get theirs from 32768 on."""
    for port in range(20_000 + os.getpid() % 5_000, 32_000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise Trouble("no free port")


class Service:
    def __init__(self, program: Path, folder: Path, dialogs: Path, gateway: int, turns_a_minute: int):
        self.program, self.folder = program, folder
        self.port = free_port()
        self.process: asyncio.subprocess.Process | None = None
        self.starts = 0
        self.largest_log = self.most_memory = 0
        self.slowest_stop = self.slowest_start = 0.0
        self.log = folder / "log"
        shutil.copytree(dialogs, folder / "Dialogs", ignore=shutil.ignore_patterns("tests"))
        self.configuration = folder / "passerelle.yaml"
        self.configuration.write_text(_CONFIGURATION.format(port=self.port, gateway=gateway, turns=turns_a_minute))

    async def start(self, environment: dict[str, str] | None = None) -> None:
        self.starts += 1
        loop = asyncio.get_running_loop()
        begun = loop.time()
        # Through `env`, which libfaketime may change the environment of: Swift finds its arguments beside an untouched one only.
        through = ["/usr/bin/env"] if environment else []
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *through, self.program, "serve", "--config", self.configuration, stdout=log, stderr=log, cwd=self.folder,
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(environment or {})})
        for _ in range(600):
            if self.process.returncode is not None:
                raise Trouble(f"the service ended by itself ({self.process.returncode}):\n{self.said()}")
            if await asyncio.to_thread(self._is_ready):
                self.slowest_start = max(self.slowest_start, loop.time() - begun)
                return
            await asyncio.sleep(0.05)
        raise Trouble(f"the service is not ready:\n{self.said()}")

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=5) as answer:
                return answer.status == 200
        except (OSError, urllib.error.URLError):
            return False

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.returncode is None

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()

    async def stop(self, within: float = 30) -> int:
        """By SIGTERM; its exit code."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        self.process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(within):
                code = await self.process.wait()
            self.slowest_stop = max(self.slowest_stop, loop.time() - begun)
            return code
        except TimeoutError:
            await self.kill()
            raise Trouble(f"the service did not end within {within} s of SIGTERM") from None

    def said(self) -> str:
        return self.log.read_text(errors="replace")[-4000:] if self.log.exists() else ""

    async def run(self, *arguments: str, environment: dict[str, str] | None = None) -> tuple[int, bytes, str]:
        """A command beside the service: its exit code, its result and its complaints."""
        process = await asyncio.create_subprocess_exec(
            self.program, *arguments, "--config", self.configuration, cwd=self.folder,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(environment or {})})
        output, complaints = await process.communicate()
        return process.returncode, output, complaints.decode(errors="replace")

    async def watch(self) -> None:
        """How large the write-ahead log and the process become, until it is cancelled."""
        while True:
            self.largest_log = max(self.largest_log, self.wal)
            self.most_memory = max(self.most_memory, self.memory)
            await asyncio.sleep(0.5)

    @property
    def memory(self) -> int:
        """Bytes that are resident."""
        try:
            return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            return 0

    @property
    def wal(self) -> int:
        """Bytes of the write-ahead log."""
        file = self.folder / "passerelle.sqlite-wal"
        return file.stat().st_size if file.exists() else 0
