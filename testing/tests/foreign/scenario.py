"""What the programs with Python clients share: the steps, and the control of the server."""

import asyncio
import json
import os
import socket
import struct
import sys
import traceback
import urllib.error
import urllib.request
import zlib

# Nothing here leaves the machine, whatever proxy is configured. Before a client is imported.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "*"

USER = {"id": 42, "is_bot": False, "first_name": "Tester"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Tester"}
GROUP_ID = -1001234567890
GROUP = {"id": GROUP_ID, "type": "supergroup", "title": "Test group"}
UNKNOWN_CHAT = 987654321
NEW_GROUP = -1009876543210
SECRET = "the_secret-of-this-webhook"
DOCUMENT = bytes(range(256)) * 41 + b"\r\n--not a boundary--\r\n"
# Longer than any wait of a correct server, shorter than the time for everything.
PATIENCE = 15


def picture(red):
    """A PNG image of 100 x 60 pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    row = b"\0" + bytes([red, 80, 160]) * 100
    header = struct.pack(">IIBBBBB", 100, 60, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * 60))
        + chunk(b"IEND", b"")
    )


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def post(url, value, headers=None):
    """Sends JSON, and returns the status and the body."""
    headers = {"Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(url, json.dumps(value).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Scenario:
    """The steps of a client, which a subclass defines."""

    def __init__(self, base):
        self.base = base
        # What handlers report, and what went wrong in them.
        self.seen: asyncio.Queue = asyncio.Queue()

    async def next_seen(self, kind):
        got = await asyncio.wait_for(self.seen.get(), PATIENCE)
        if got[0] == "error":
            raise got[2]
        assert got[0] == kind, got
        return got[1:]

    async def control(self, path, value):
        answer = await asyncio.to_thread(post, f"{self.base}/control/{path}", value)
        assert answer[0] == 200, f"/control/{path} answered {answer} to {value}"

    async def reply(self, method, **reply):
        await self.control("reply", {"method": method, **reply})

    async def deliver(self, **update):
        await self.control("update", update)

    async def send(self, text="Hello"):
        return await self.bot.send_message(42, text)

    async def fails(self, error, call, text=None):
        """Runs a call that must fail with exactly this class."""
        try:
            result = await call
        except Exception as caught:
            assert type(caught) is error, f"{caught!r} is not {error}"
            assert text is None or text in str(caught), f"no {text!r} in {caught!r}"
            return caught
        raise AssertionError(f"{error} expected, got {result!r}")

    async def settled(self):
        """Waits until the server knows that everything is delivered."""
        for _ in range(100):
            info = await self.bot.get_webhook_info()
            if info.pending_update_count == 0:
                return info
            await asyncio.sleep(0.05)
        raise AssertionError(f"a delivered update is still pending: {info}")

    async def steps(self):
        for step in (
            self.send_message,
            self.edit_and_delete,
            self.files,
            self.album,
            self.polling,
            self.callback,
            self.flood,
            self.errors,
            self.webhook,
        ):
            try:
                await step()
            except BaseException:
                print(f"failed {step.__name__}", flush=True)
                raise
            print(f"ok {step.__name__}", flush=True)


def main(scenario):
    """Runs a scenario with the URL and the token of the command line."""

    async def run():
        base, token = sys.argv[1:]
        await asyncio.wait_for(scenario(base.rstrip("/"), token).run(), 60)

    try:
        asyncio.run(run())
    except BaseException:
        traceback.print_exc()
        # At once, even if a thread or a connection is still busy.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)
