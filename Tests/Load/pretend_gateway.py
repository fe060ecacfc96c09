"""Africa's Talking's side of an SMS that leaves: it takes everything, and keeps what it took."""

import asyncio
import json
from collections import Counter
from urllib.parse import parse_qs

import eye
from book import Book


class PretendGateway:
    def __init__(self, book: Book):
        self.book = book
        # (number, text) → how often it came.
        self.taken: Counter = Counter()
        self._server = None
        self.port = 0

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
                if b"expect: 100-continue" in head:
                    writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                form = parse_qs((await reader.readexactly(length)).decode())
                body = self._take(form["to"][0], form["message"][0])
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _take(self, number: str, text: str) -> bytes:
        self.taken[number, text] += 1
        # In what we begin there is no name and no answer, and a reference is its own person's.
        eye.look(self.book, number, "", text)
        recipient = {"statusCode": 101, "status": "Success", "number": number, "messageId": f"AT{self.taken.total()}", "cost": "XAF 12.0"}
        return json.dumps({"SMSMessageData": {"Message": "Sent to 1/1", "Recipients": [recipient]}}).encode()
