"""Drives the server without a client: what clients never send, and the command line."""

import asyncio
import json
import os
import sys

SERVER, URL, _, TOKEN, FOLDER = sys.argv[1:]
INITIALIZE = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "raw", "version": "0"},
}

# All that the servers wrote.
written = []


class Server:
    """A server that is spoken to in lines."""

    async def __aenter__(self):
        pipe = asyncio.subprocess.PIPE
        options = ["--allow", "get*,sendMessage", "--url", URL]
        environment = {**os.environ, "TELEGRAM_BOT_TOKEN": TOKEN}
        self.process = await asyncio.create_subprocess_exec(
            SERVER, *options, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, limit=2**26
        )
        return self

    async def __aexit__(self, *error):
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        written.append((await self.process.stderr.read()).decode())

    def send(self, message):
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.process.stdin.write(line + b"\n")

    def request(self, id, method, **params):
        self.send({"jsonrpc": "2.0", "id": id, "method": method, "params": params})

    async def answer(self, id):
        """Returns the answer to a request, and skips others."""
        while True:
            line = await asyncio.wait_for(self.process.stdout.readline(), 20)
            assert line, "the server ended"
            written.append(line.decode())
            message = json.loads(line)
            if message.get("id") == id:
                return message

    async def begin(self):
        self.request(0, "initialize", **INITIALIZE)
        answer = await self.answer(0)
        assert "tools" in answer["result"]["capabilities"], answer
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})


async def run(*options, token=TOKEN):
    """Returns the exit code, the output and the errors of a server without input."""
    environment = {**os.environ, "TELEGRAM_BOT_TOKEN": token}
    if token is None:
        del environment["TELEGRAM_BOT_TOKEN"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        SERVER,
        *options,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
        env=environment,
    )
    output, error = await asyncio.wait_for(process.communicate(), 20)
    output, error = output.decode(), error.decode()
    written.extend([output, error])
    return process.returncode, output, error


async def command_line():
    code, output, error = await run("--help")
    assert code == 0 and "--allow" in output and not error, (code, output, error)
    other = TOKEN.replace("AAFake", "AAOther")
    for options, told in [
        ([TOKEN], "no option"),
        ([other], "no option"),
        ([f"--{TOKEN}"], "no option"),
        (["--token", TOKEN], "`--token`"),
        (["--allow", TOKEN], "no method"),
        (["--allow", "get*,sendMesage"], "similar: `sendMessage`"),
        (["--mode", other], "no mode"),
        (["--files", f"/no/{TOKEN}"], "no folder"),
        (["--url", TOKEN], "--url"),
        (["--url", f"ftp://{TOKEN}@x"], "--url"),
        ([b"--\xff"], "Unicode"),
    ]:
        code, output, error = await run(*options)
        assert code == 1 and not output, (options, code, output)
        assert told in error and "panicked" not in error, error
    for token, told in [(None, "is not set"), ("", "TELEGRAM_BOT_TOKEN"), (b"\xff", "Unicode")]:
        code, output, error = await run(token=token)
        assert code == 1 and told in error, (token, code, error)
    # The input is empty.
    code, output, error = await run("--fake")
    assert not output and "panicked" not in error, (code, output, error)


async def protocol():
    """Wrong lines are refused or skipped, and right ones are answered after them."""
    async with Server() as server:
        await server.begin()
        for line in [b"", b"no JSON", b"{", b"[]", b"null", b'{"jsonrpc": "2.0"}', b"\xff\xfe"]:
            server.send(line)
        server.send(b"[" * 100_000)
        server.send({"jsonrpc": "2.0", "method": "notifications/nothing"})
        server.send({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 99}})
        server.request(1, "ping")
        assert (await server.answer(1))["result"] == {}
        server.request(2, "tools/nothing")
        assert (await server.answer(2))["error"]["code"] == -32601
        server.request(3, "tools/call", arguments={})
        assert "error" in await server.answer(3)
        server.request(4, "tools/call", name="getMe", arguments=[1])
        assert "error" in await server.answer(4)
        server.request(5, "tools/call", name="sendMessage", arguments={"chat_id": 42, "text": "a" * 5_000_000})
        answer = (await server.answer(5))["result"]
        assert answer["isError"] and "4096" in answer["content"][0]["text"], answer
        deep = '{"chat_id": 42, "text": "a", "reply_markup": ' + "[" * 110 + "]" * 110 + "}"
        call = '{"jsonrpc": "2.0", "id": 6, "method": "tools/call", "params": {"name": "sendMessage", "arguments": %s}}'
        server.send((call % deep).encode())
        assert (await server.answer(6))["result"]["isError"]
        twice = '{"chat_id": 7, "chat_id": 42, "text": "a", "text": "b"}'
        server.send((call % twice).replace('"id": 6', '"id": 7').encode())
        assert (await server.answer(7))["result"]["structuredContent"]["text"] == "b"
        server.request("last", "tools/call", name="getMe")
        assert (await server.answer("last"))["result"]["structuredContent"]["is_bot"] is True
        server.request(8, "tools/list")
        tools = (await server.answer(8))["result"]
        assert "nextCursor" not in tools, tools["nextCursor"]


async def end_of_input():
    """The server ends with its input, also while a call waits."""
    async with Server() as server:
        await server.begin()
        server.request(1, "tools/call", name="getUpdates", arguments={"timeout": 40})
        server.request(2, "tools/call", name="getMe")
        await server.answer(2)
        server.process.stdin.close()
        assert await asyncio.wait_for(server.process.wait(), 10) == 0
    # A request before the first one.
    async with Server() as server:
        server.request(1, "tools/list")
        server.process.stdin.close()
        await asyncio.wait_for(server.process.wait(), 10)
