"""One call with the models that datamodel-code-generator has made. Arguments: the URL with the token."""

import json
import sys
import urllib.request
from typing import Union

import bot_api
from pydantic import TypeAdapter, ValidationError


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
# Every recorded example is a value of its models.
with open("openapi.json", encoding="utf-8") as file:
    document = json.load(file)


def model(schema):
    names = [part["$ref"].split("/")[-1] for part in schema.get("oneOf", [schema])]
    return TypeAdapter(Union[tuple(getattr(bot_api, name) for name in names)])


count = 0
for name, body in document["components"]["requestBodies"].items():
    media = body["content"]["application/json"]
    for example in media.get("examples", {}).values():
        model(media["schema"]).validate_python(example["value"])
        count += 1
print(f"{count} examples accepted")

# A constraint between fields is skipped, where models have no words for it, and refuses nothing else.
poll = {"chat_id": 42, "question": "?", "options": [{"text": "Yes"}]}
assert bot_api.SendPoll(**poll).is_anonymous is True
gift = bot_api.GiftPremiumSubscription(user_id=42, month_count=6, star_count=1500)
assert gift.star_count == 1500
bot_api.EditMessageText(chat_id=42, message_id=1, text="Good bye")
refused(lambda: bot_api.ForceReply(force_reply=False))
print("ok typed call")
