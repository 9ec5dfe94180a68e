"""Drives the server with the official client. Takes the server's path, a URL, a token and a folder.

The folder has `files/cat.png`, and beside `files` the file `secret`; `examples.json` has a call of each
method, which the Bot API server at `replies` answers. Prints `ok <step>` with its seconds per step.
"""

import asyncio
import json
import re
import sys
import tempfile
import time

import raw
from jsonschema import Draft202012Validator
from mcp import Client, MCPError, StdioServerParameters, stdio_client

SERVER, URL, REPLIES, TOKEN, FOLDER = sys.argv[1:]
SECRET = TOKEN.split(":")[1]
FILES = f"{FOLDER}/files"
FIVE = {"search_methods", "describe_method", "describe_type", "call", "me"}

# All that the servers wrote.
written = []


class Session:
    """A server with these options, and a client that records what it says."""

    def __init__(self, *options, mode="auto", url=URL):
        token = {} if "--fake" in options else {"TELEGRAM_BOT_TOKEN": TOKEN}
        options = list(options) if "--fake" in options else ["--url", url, *options]
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


async def fake_without_token():
    async with Session("--fake") as session:
        assert set(await session.tools()) == FIVE
        me = await session.call("me")
        assert me["is_bot"] is True, me
        sent = await session.call(
            "call", method="sendMessage", parameters={"chat_id": 42, "text": "Hello"}
        )
        assert sent["result"]["text"] == "Hello", sent


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


async def every_method():
    """The client checks each result by the schema that the server told of it."""
    text = open(f"{FOLDER}/examples.json").read()
    # The files that were recorded are not in the folder.
    examples = json.loads(re.sub(r'"attach://[^"]*"', '"attach://cat.png"', text))
    async with Session("--mode", "methods", "--files", FILES, url=REPLIES) as session:
        tools = await session.tools()
        assert tools.keys() == examples.keys(), tools.keys() ^ examples.keys()
        # To check the schemas themselves takes long, and the tests of the library do so for all.
        for tool in list(tools.values())[::10]:
            Draft202012Validator.check_schema(tool.input_schema)
        for name, example in examples.items():
            tool = tools[name]
            assert tool.input_schema["type"] == tool.output_schema["type"] == "object", name
            parameters = example.get("request", {})
            assert Draft202012Validator(tool.input_schema).is_valid(parameters), name
            found = await session.call(name, **parameters)
            # Nor are the tokens of other bots told.
            result = "[token]" if name.endswith("Token") else example["response"]["result"]
            assert found in [result, {"result": result}], (name, found)
    message = Draft202012Validator(tools["sendMessage"].input_schema)
    assert not message.is_valid({"chat_id": 42})
    assert not message.is_valid({"chat_id": 42, "text": "Hello", "tetx": 1})
    async with Session("--fake") as session:
        for tool in (await session.tools()).values():
            for schema in [tool.input_schema, tool.output_schema]:
                Draft202012Validator.check_schema(schema)


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
        assert "no allowed method" in await session.error("describe_type", name="Nothing")
        assert "`Message`" in await session.error("describe_type", name="mesage")
        for method, told in [("sendMessage", "not among"), ("sendPhto", "similar: `sendPhoto`")]:
            error = await session.error("call", method=method, parameters={})
            assert told in error, error
            assert told in await session.error("describe_method", name=method)
        assert "`method` is missing" in await session.error("call")
        assert "`method` must be" in await session.error("call", method=["getMe"])
        assert "no argument `params`" in await session.error("call", method="getMe", params={})
        error = await session.error("call", method="getMe", parameters="{}")
        assert "must be an object" in error, error
        await session.refused("getMe")


async def allow_list():
    async with Session("--allow", "getMe") as session:
        assert set(await session.tools()) == {"getMe"}
        for name in ["sendMessage", "deleteMessage", "getChat", "call", "me"]:
            await session.refused(name, chat_id=42, text="Hello")
    async with Session("--allow", "getChat", "--mode", "search") as session:
        assert set(await session.tools()) == FIVE - {"me"}
        await session.refused("me")
        found = await session.call("search_methods")
        assert found == {"total": 1, "names": ["getChat"]}, found
        assert (await session.call("search_methods", query="send message"))["total"] == 0
        for name in ["sendMessage", "getMe"]:
            assert "not among" in await session.error("describe_method", name=name)
        # Only a method that is not allowed has it.
        assert "no allowed" in await session.error("describe_type", name="InlineKeyboardMarkupInput")


async def violations():
    async with Session("--allow", "send*") as session:
        error = await session.error("sendMessage", chat_id=42, text="a" * 5000)
        assert "`text`" in error and "4096" in error and "5000" in error, error
        for arguments, told in [
            ({}, "`text` is missing"),
            ({"text": ["a"]}, "`text` must be a text, but is a list"),
            ({"text": "a", "reply_makup": {}}, "`reply_makup` is unknown; similar: `reply_markup`"),
            (
                {"text": "a", "reply_parameters": {"message": 1}},
                "`reply_parameters.message` is unknown",
            ),
            ({"text": "a", "parse_mode": "BBCode"}, "`parse_mode`"),
            (
                {"text": "a", "reply_parameters": {"ephemeral_message_id": 1}},
                "`ephemeral_message_parameters` must be given",
            ),
        ]:
            error = await session.error("sendMessage", chat_id=42, **arguments)
            assert error.startswith("`sendMessage` was not sent") and told in error, error
        buttons = {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]}
        error = await session.error("sendMessage", chat_id=42, text="a", reply_markup=buttons)
        assert "`reply_markup.inline_keyboard[0][0].callback_data`" in error, error
        assert "64" in error and "65" in error, error
    async with Session() as session:
        error = await session.error(
            "call", method="sendMessage", parameters={"chat_id": 42, "text": "a" * 5000}
        )
        assert "`text`" in error and "4096" in error and "5000" in error, error


async def uploads():
    async with Session("--allow", "send*", "--files", FILES) as session:
        sent = await session.call("sendPhoto", chat_id=42, photo="attach://cat.png")
        again = await session.call("sendPhoto", chat_id=42, photo=sent["photo"][0]["file_id"])
        assert again["photo"] == sent["photo"], again
        item = {"type": "document", "media": "attach://cat.png"}
        album = await session.call("sendMediaGroup", chat_id=42, media=[item, item])
        assert len(album["result"]) == 2, album
        video = {"type": "video", "media": "attach://cat.png", "thumbnail": "attach://same.png"}
        album = await session.call("sendMediaGroup", chat_id=42, media=[video, item | video])
        assert len(album["result"]) == 2, album
        text = await session.call("sendMessage", chat_id=42, text="attach://../secret")
        assert text["text"] == "attach://../secret", "a text is no file"


async def escapes():
    escapes = ["attach://../secret", "attach:///etc/passwd", "attach://link.png", "attach://up/secret"]
    async with Session("--allow", "send*", "--files", FILES) as session:
        for photo in [*escapes, "attach://", "attach://none.png"]:
            error = await session.error("sendPhoto", chat_id=42, photo=photo)
            assert "no file in the folder" in error, error
            media = [{"type": "photo", "media": photo}, {"type": "photo", "media": "attach://cat.png"}]
            error = await session.error("sendMediaGroup", chat_id=42, media=media)
            assert "no file in the folder" in error, error
        for photo in ["file:///etc/passwd", "FILE:/etc/passwd", "/etc/passwd", "../secret"]:
            error = await session.error("sendPhoto", chat_id=42, photo=photo)
            assert "was not sent" in error, error
    async with Session("--allow", "send*") as session:
        error = await session.error("sendPhoto", chat_id=42, photo="attach://cat.png")
        assert "--files" in error, error


async def server_errors():
    async with Session("--allow", "send*,get*,delete*,leave*,ban*,pin*") as session:
        for method, arguments, told in [
            ("deleteMessage", {"message_id": 7}, ["400", "message to delete not found"]),
            ("banChatMember", {"user_id": 7}, ["403", "bot was kicked"]),
            ("leaveChat", {}, ["401", "Unauthorized"]),
            ("pinChatMessage", {"message_id": 7}, ["429", "retry after 35"]),
            ("deleteChatPhoto", {}, ["supergroup", "is now -1007"]),
            ("deleteStickerSet", {"name": "a"}, ["502"]),
            ("deleteWebhook", {}, ["deleteWebhook", "may have performed"]),
        ]:
            arguments = arguments if method.startswith(("deleteS", "deleteW")) else arguments | {"chat_id": 42}
            error = await session.error(method, **arguments)
            assert all(text in error for text in told), error
            assert len(error) < 600, error
    # Nobody listens there.
    async with Session("--allow", "getMe", url="http://127.0.0.1:9") as session:
        error = await session.error("getMe")
        assert "getMe" in error and "refused" in error, error


async def at_the_same_time():
    """A long poll neither delays others, nor goes on when nobody waits for it."""
    async with Session("--allow", "get*") as session:
        poll = asyncio.create_task(session.call("getUpdates", timeout=40))
        await asyncio.sleep(0.2)
        for _ in range(3):
            assert (await session.call("getMe"))["is_bot"] is True
        assert not poll.done()
        poll.cancel()
        assert (await session.call("getMe"))["is_bot"] is True


async def no_token():
    async with Session("--allow", "getFile,getWebhookInfo,sendMessage,getManagedBotToken") as session:
        # The test made the server answer with a path that contains the token.
        file = await session.call("getFile", file_id="leak")
        assert file["file_path"] == "/var/lib/[token]/photos/file_0.jpg", file
        file = await session.call("getFile", file_id="leak")
        assert file["file_path"] == "/bot[token]/file_0.jpg", file
        error = await session.error("getWebhookInfo")
        assert "[token]" in error or "***" in error, error
        sent = await session.call("sendMessage", chat_id=42, text=f"It is {TOKEN}")
        assert sent["text"] == "It is [token]", sent
        other = await session.call("getManagedBotToken", user_id=7)
        assert other == {"result": "[token]"}, other
        await session.error("sendMessage", chat_id=TOKEN, text=[TOKEN])
        await session.error("sendMessage", **{SECRET: TOKEN})
        await session.refused(SECRET)
    async with Session() as session:
        for name in [TOKEN, SECRET]:
            await session.error("call", method=name)
            await session.error("describe_type", name=name)
            await session.call("search_methods", query=name)
            await session.error("call", **{name: 1})
    for text in written + raw.written:
        assert SECRET not in text and "AAOther" not in text, text


async def main():
    for step in [
        fake_without_token,
        methods_as_tools,
        every_method,
        five_tools,
        allow_list,
        violations,
        uploads,
        escapes,
        server_errors,
        at_the_same_time,
        raw.command_line,
        raw.protocol,
        raw.end_of_input,
        no_token,
    ]:
        start = time.monotonic()
        await asyncio.wait_for(step(), 60)
        print("ok", step.__name__, f"{time.monotonic() - start:.1f}", flush=True)


asyncio.run(main())
