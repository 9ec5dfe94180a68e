"""Drives the server with the official client. Takes the server's path, a URL, a token and a folder.

The folder has `files/cat.png`, and beside `files` the file `secret`. Prints `ok <step>` per step.
"""

import asyncio
import sys
import tempfile

from jsonschema import Draft202012Validator
from mcp import Client, MCPError, StdioServerParameters, stdio_client

SERVER, URL, TOKEN, FOLDER = sys.argv[1:]
SECRET = TOKEN.split(":")[1]
FILES = f"{FOLDER}/files"
FIVE = {"search_methods", "describe_method", "describe_type", "call", "me"}

# All that the servers wrote.
written = []


class Session:
    """A server with these options, and a client that records what it says."""

    def __init__(self, *options, mode="auto"):
        token = {} if "--fake" in options else {"TELEGRAM_BOT_TOKEN": TOKEN}
        options = list(options) if "--fake" in options else ["--url", URL, *options]
        self.log = tempfile.TemporaryFile("w+")
        parameters = StdioServerParameters(command=SERVER, args=options, env=token)
        transport = stdio_client(parameters, errlog=self.log)
        self.client = Client(transport, mode=mode, read_timeout_seconds=30)

    async def __aenter__(self):
        await self.client.__aenter__()
        written.append(repr(self.client.server_info) + repr(self.client.instructions))
        return self

    async def __aexit__(self, *error):
        await self.client.__aexit__(*error)
        self.log.seek(0)
        written.append(self.log.read())

    async def tools(self):
        tools = (await self.client.list_tools()).tools
        written.append(repr(tools))
        return {tool.name: tool for tool in tools}

    async def call(self, name, /, **arguments):
        # The client checks results by the tool's output schema.
        result = await self.client.call_tool(name, arguments)
        written.append(repr(result))
        assert not result.is_error, result
        return result.structured_content

    async def error(self, name, /, **arguments):
        result = await self.client.call_tool(name, arguments)
        written.append(repr(result))
        assert result.is_error, result
        [content] = result.content
        return content.text

    async def refused(self, name, /, **arguments):
        try:
            await self.client.call_tool(name, arguments)
        except MCPError as error:
            written.append(repr(error))
            return str(error)
        raise AssertionError(f"{name} was called")


def ok(step):
    print("ok", step, flush=True)


async def fake_without_token():
    async with Session("--fake") as session:
        assert set(await session.tools()) == FIVE
        me = await session.call("me")
        assert me["is_bot"] is True, me
        sent = await session.call(
            "call", method="sendMessage", parameters={"chat_id": 42, "text": "Hello"}
        )
        assert sent["result"]["text"] == "Hello", sent
    ok("fake_without_token")


async def methods_as_tools():
    for mode in ["legacy", "auto"]:
        async with Session("--allow", "get*,sendMessage,sendChatAction", mode=mode) as session:
            tools = await session.tools()
            assert {"getMe", "sendMessage", "sendChatAction"} <= set(tools)
            assert all(name.startswith(("get", "send")) for name in tools), tools
            assert tools["getMe"].annotations.read_only_hint is True
            assert tools["sendMessage"].annotations.read_only_hint is False
            assert (await session.call("getMe"))["is_bot"] is True
            sent = await session.call("sendMessage", chat_id=42, text="Hello")
            assert sent["text"] == "Hello", sent
            done = await session.call("sendChatAction", chat_id=42, action="typing")
            assert done == {"result": True}, done
            error = await session.error("getChat", chat_id="@nobody_is_here")
            assert "not found" in error, error
    ok("methods_as_tools")


async def all_schemas():
    async with Session("--fake", "--mode", "methods") as session:
        tools = await session.tools()
        assert len(tools) > 180, len(tools)
    async with Session("--fake") as session:
        tools.update(await session.tools())
    for tool in tools.values():
        for schema in [tool.input_schema, tool.output_schema]:
            Draft202012Validator.check_schema(schema)
            assert schema["type"] == "object", tool.name
    message = Draft202012Validator(tools["sendMessage"].input_schema)
    assert message.is_valid({"chat_id": 42, "text": "Hello"})
    assert not message.is_valid({"chat_id": 42})
    assert not message.is_valid({"chat_id": 42, "text": "Hello", "tetx": 1})
    ok("all_schemas")


async def five_tools():
    async with Session("--allow", "get*,sendPhoto", "--mode", "search") as session:
        assert set(await session.tools()) == FIVE
        found = await session.call("search_methods", query="photo")
        names = [method["name"] for method in found["methods"]]
        assert "sendPhoto" in names and "setChatPhoto" not in names, names
        described = await session.call("describe_method", name="sendPhoto")
        assert "photo" in described["inputSchema"]["properties"], described
        described = await session.call("describe_type", name="ReplyParameters")
        assert "message_id" in described["schema"]["properties"], described
        assert (await session.call("me"))["is_bot"] is True
        assert "there is no type" not in await session.error("describe_type", name="Nothing")
        for method, told in [("sendMessage", "not among"), ("sendMesage", "no method")]:
            error = await session.error("call", method=method, parameters={})
            assert told in error, error
        assert "`method` is missing" in await session.error("call")
        await session.refused("getMe")
    ok("five_tools")


async def allow_list():
    async with Session("--allow", "getMe") as session:
        assert set(await session.tools()) == {"getMe"}
        for name in ["sendMessage", "deleteMessage", "getChat", "call", "me"]:
            await session.refused(name, chat_id=42, text="Hello")
    async with Session("--allow", "getChat", "--mode", "search") as session:
        assert "not among" in await session.error("me")
    ok("allow_list")


async def violations():
    async with Session("--allow", "send*") as session:
        error = await session.error("sendMessage", chat_id=42, text="a" * 5000)
        assert "`text`" in error and "4096" in error and "5000" in error, error
        error = await session.error("sendMessage", chat_id=42)
        assert "`text`" in error, error
        error = await session.error("sendMessage", chat_id=42, text=["a"])
        assert "text" in error, error
        error = await session.error("sendMessage", chat_id=42, text="a", tetx="a")
        assert "`tetx`" in error, error
    async with Session() as session:
        error = await session.error(
            "call", method="sendMessage", parameters={"chat_id": 42, "text": "a" * 5000}
        )
        assert "`text`" in error and "4096" in error and "5000" in error, error
    ok("violations")


async def uploads():
    async with Session("--allow", "send*", "--files", FILES) as session:
        sent = await session.call("sendPhoto", chat_id=42, photo="attach://cat.png")
        again = await session.call("sendPhoto", chat_id=42, photo=sent["photo"][0]["file_id"])
        assert again["photo"] == sent["photo"], again
        item = {"type": "document", "media": "attach://cat.png"}
        album = await session.call("sendMediaGroup", chat_id=42, media=[item, item])
        assert len(album["result"]) == 2, album
        text = await session.call("sendMessage", chat_id=42, text="attach://../secret")
        assert text["text"] == "attach://../secret", "a text is no file"
    ok("uploads")


async def escapes():
    escapes = ["attach://../secret", "attach:///etc/passwd", "attach://link.png", "attach://up/secret"]
    async with Session("--allow", "send*", "--files", FILES) as session:
        for photo in [*escapes, "attach://", "attach://none.png"]:
            error = await session.error("sendPhoto", chat_id=42, photo=photo)
            assert "no file in the folder" in error, error
            media = [{"type": "photo", "media": photo}, {"type": "photo", "media": "attach://cat.png"}]
            error = await session.error("sendMediaGroup", chat_id=42, media=media)
            assert "no file in the folder" in error, error
        error = await session.error("sendPhoto", chat_id=42, photo="file:///etc/passwd")
        assert "attach://" in error, error
    async with Session("--allow", "send*") as session:
        error = await session.error("sendPhoto", chat_id=42, photo="attach://cat.png")
        assert "--files" in error, error
    ok("escapes")


async def no_token():
    async with Session("--allow", "getFile,getWebhookInfo,sendMessage") as session:
        # The test made the server answer with a path that contains the token.
        file = await session.call("getFile", file_id="leak")
        assert "[token]" in file["file_path"], file
        error = await session.error("getWebhookInfo")
        assert "[token]" in error or "***" in error, error
        sent = await session.call("sendMessage", chat_id=42, text=f"It is {TOKEN}")
        assert sent["text"] == "It is [token]", sent
        await session.refused(SECRET)
    for text in written:
        assert SECRET not in text, text
    ok("no_token")


async def main():
    for step in [
        fake_without_token,
        methods_as_tools,
        all_schemas,
        five_tools,
        allow_list,
        violations,
        uploads,
        escapes,
        no_token,
    ]:
        await asyncio.wait_for(step(), 60)


asyncio.run(main())
