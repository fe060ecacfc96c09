"""HTTP as a gateway speaks it: kept-alive connections, one question at a time on each, by asyncio alone."""

import asyncio
import socket
import struct
from dataclasses import dataclass


class NoAnswer(Exception):
    """What became of the request is not known."""


class TooSlow(NoAnswer):
    """The connection stands, and nothing came."""


@dataclass(frozen=True)
class Response:
    status: int
    body: str
    seconds: float


class _Line(asyncio.Protocol):
    def __init__(self):
        self.transport = None
        self.waiting: asyncio.Future | None = None
        self.bytes = b""
        self.is_open = True

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.bytes += data
        head_end = self.bytes.find(b"\r\n\r\n")
        if head_end < 0 or not self.waiting:
            return
        head = self.bytes[:head_end].lower()
        start = head.find(b"content-length:")
        length = int(head[start + 15 :].split(b"\r\n", 1)[0]) if start >= 0 else 0
        if len(self.bytes) < head_end + 4 + length:
            return
        body = self.bytes[head_end + 4 : head_end + 4 + length]
        self.bytes = b""
        if b"connection: close" in head:
            self.is_open = False
        waiting, self.waiting = self.waiting, None
        if not waiting.done():
            waiting.set_result((int(head[9:12]), body.decode()))

    def connection_lost(self, error):
        self.is_open = False
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(NoAnswer(f"the connection broke: {error}"))


class Wire:
    """As many connections as are asked on at once, and those again as soon as they are free."""

    def __init__(self, port: int, patience: float):
        self.port = port
        self.patience = patience
        self._idle: list[_Line] = []
        self.asked = 0

    async def post(self, path: str, form: str) -> Response:
        """Asks, and waits `patience` for the whole answer; its time counts from here, connecting included."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        self.asked += 1
        line = await self._line()
        line.waiting = loop.create_future()
        line.transport.write(_request(path, form))
        try:
            async with asyncio.timeout(self.patience):
                status, body = await line.waiting
        except TimeoutError:
            line.transport.abort()
            raise TooSlow(f"no answer in {self.patience} s") from None
        if line.is_open:
            self._idle.append(line)
        return Response(status, body, loop.time() - begun)

    async def vanish(self, path: str, form: str, part: float) -> None:
        """Sends so much of a request (1: all of it), and is gone before the answer."""
        line = await self._connect()
        request = _request(path, form)
        line.transport.write(request[: max(1, int(len(request) * part))])
        # With a reset, as when a machine loses its network, and not with a polite end.
        line.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.transport.abort()

    async def _line(self) -> _Line:
        while self._idle:
            line = self._idle.pop()
            if line.is_open:
                return line
        return await self._connect()

    async def _connect(self) -> _Line:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.patience):
                _, line = await loop.create_connection(_Line, "127.0.0.1", self.port)
        except OSError as error:
            raise NoAnswer(f"not connected: {error}") from None
        return line

    def close(self) -> None:
        for line in self._idle:
            line.transport.abort()
        self._idle.clear()


def _request(path: str, form: str) -> bytes:
    body = form.encode()
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body
