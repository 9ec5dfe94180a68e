"""Writes vectors.tsv: data of Mini Apps, signed by Python's hmac and by cryptography.

    pip install cryptography
    python3 tests/calls/webapp/vectors.py

Columns: name, how it is verified (token, key or both) or a part of the error, the text.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import random
import urllib.parse

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

TOKEN = "4242:Loopback_Secret_Of_No_Real_Bot_00000"
BOT_ID = 4242
KEY = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"telegrammar tests").digest())

USER = {"id": 4503599627370495, "first_name": "Ada"}
FULL_USER = {
    "id": 7,
    "is_bot": False,
    "first_name": "Zoë + 100% & \"=\" \\ / \n",
    "last_name": "李🦀",
    "username": "ada",
    "language_code": "en",
    "is_premium": True,
    "added_to_attachment_menu": True,
    "allows_write_to_pm": True,
    "photo_url": "https://t.me/i/userpic/320/a.svg",
    "mood": {"is": ["new"]},
}
CHAT = {"id": -1001234567890, "type": "supergroup", "title": "Dev & Co", "username": "devs", "boosts": 3}


def compact(value, **options):
    # As Telegram does: slashes are escaped, and not all else.
    return json.dumps(value, separators=(",", ":"), **options).replace("/", "\\/")


def joined(fields):
    return "\n".join(f"{name}={fields[name]}" for name in sorted(fields))


def with_signature(fields):
    text = f"{BOT_ID}:WebAppData\n{joined(fields)}".encode()
    signature = base64.urlsafe_b64encode(KEY.sign(text)).decode().rstrip("=")
    return {**fields, "signature": signature}


def with_hash(fields):
    key = hmac.new(b"WebAppData", TOKEN.encode(), hashlib.sha256).digest()
    return {**fields, "hash": hmac.new(key, joined(fields).encode(), hashlib.sha256).hexdigest()}


def percent(text):
    return urllib.parse.quote(text, safe="")


def plus(text):
    return urllib.parse.quote_plus(text)


def everything(text):
    return "".join(f"%{byte:02x}" for byte in text.encode())


def encoded(fields, order=None, quote=percent):
    return "&".join(f"{quote(name)}={quote(fields[name])}" for name in order or fields)


BASE = {"query_id": "AAE", "user": compact(USER), "auth_date": "1700000000"}
FULL = {
    "user": compact(FULL_USER, ensure_ascii=False),
    "receiver": compact({"id": 8, "is_bot": True, "first_name": "Bo"}),
    "chat": compact(CHAT),
    "chat_type": "supergroup",
    "chat_instance": "-3788475317572404878",
    "start_param": "a-b_C",
    "can_send_after": "5",
    "auth_date": "1700000000",
    "hologram": "a=b+c d%20",
    "Zebra": "",
}


def vectors():
    both = with_hash(with_signature(BASE))
    yield "base", "both", encoded(both)
    yield "without_signature", "token", encoded(with_hash(BASE))
    yield "only_auth_date", "both", encoded(with_hash(with_signature({"auth_date": "1700000000"})))
    rest = [name for name in both if name != "hash"]
    yield "hash_first", "both", encoded(both, ["hash", *rest])
    yield "hash_in_the_middle", "both", encoded(both, [*rest[:2], "hash", *rest[2:]])
    yield "hash_last", "both", encoded(both, [*rest, "hash"])
    yield "upper_case_hash", "both", encoded({**both, "hash": both["hash"].upper()})
    yield "padded_signature", "key", encoded({**both, "signature": both["signature"] + "=="})
    full = with_hash(with_signature(FULL))
    yield "full", "both", encoded(full)
    yield "full_with_plus", "both", encoded(full, quote=plus)
    yield "full_percent_encoded", "both", encoded(full, quote=everything)
    yield "full_empty_pairs", "both", "&" + encoded(full).replace("&", "&&") + "&"
    for name, problem, field in [
        ("no_auth_date", "no `auth_date`", {"auth_date": None}),
        ("auth_date_is_text", "`auth_date` is not", {"auth_date": "today"}),
        ("negative_auth_date", "`auth_date` is not", {"auth_date": "-1"}),
        ("can_send_after_is_text", "`can_send_after` is not", {"can_send_after": "soon"}),
        ("user_is_no_json", "`user` is not", {"user": "{"}),
        ("user_without_id", "`user` is not", {"user": compact({"first_name": "Ada"})}),
        ("receiver_is_a_list", "`receiver` is not", {"receiver": "[]"}),
        ("chat_is_a_number", "`chat` is not", {"chat": "1"}),
    ]:
        fields = {name: value for name, value in {**FULL, **field}.items() if value is not None}
        yield name, problem, encoded(with_hash(with_signature(fields)))
    for number in range(5):
        order = list(full)
        random.Random(number).shuffle(order)
        yield f"full_shuffled_{number}", "both", encoded(full, order)


def main():
    public = KEY.public_key().public_bytes_raw().hex()
    lines = [f"# Written by vectors.py. Public key: {public}"]
    lines += ["\t".join(vector) for vector in vectors()]
    path = pathlib.Path(__file__).with_name("vectors.tsv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
