"""One call with the models that datamodel-code-generator has made. Arguments: the URL with the token."""

import json
import sys
import urllib.request

import bot_api
from pydantic import ValidationError


def call(name, parameters):
    body = parameters.model_dump_json(exclude_none=True).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{sys.argv[1]}/{name}", body, headers)
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)["result"]


def refused(make):
    try:
        make()
    except ValidationError:
        return
    raise AssertionError("a mistake was accepted")


answer = call("sendMessage", bot_api.SendMessage(chat_id=42, text="Hello"))
message = bot_api.Message.model_validate(answer)
assert message.text == "Hello", message
photos = call("getUserProfilePhotos", bot_api.GetUserProfilePhotos(user_id=42, limit=1))
photos = bot_api.UserProfilePhotos.model_validate(photos)
assert len(photos.photos) <= 1 <= photos.total_count, photos

# The models check what comes back too.
refused(lambda: bot_api.Message.model_validate({**answer, "date": "today"}))
refused(lambda: bot_api.Message.model_validate({**answer, "chat": {"id": 42}}))

refused(lambda: bot_api.SendMessage(chat_id=42))
refused(lambda: bot_api.SendMessage(chat_id=42, text=7))
refused(lambda: bot_api.SendMessage(chat_id=42, text="Hello", no_such_parameter=1))
refused(lambda: bot_api.GetUserProfilePhotos(user_id=42, limit=101))
print("ok typed call")
