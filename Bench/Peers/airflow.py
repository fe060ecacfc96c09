"""The registration on ussd-airflow-engine (PyPI), as its own documentation would have it: a journey of screens, an engine a request.

Its sessions are in files, the store that it comes with, which does not sync them: less than Passerelle promises. Run by gunicorn with
airflow:application; BENCH_SESSIONS names the folder of the sessions.
"""
import collections.abc
import inspect
import json
import logging
import os
import pathlib
import random
import urllib.parse

# Names that Python has dropped since the engine's last version (2020), and that it imports.
inspect.getargspec = inspect.getfullargspec
for name in ("Mapping", "MutableMapping", "Iterable", "Callable"):
    setattr(collections, name, getattr(collections.abc, name))

import structlog
from simplekv.fs import FilesystemStore
from ussd.core import UssdEngine, UssdRequest
from ussd.store.journey_store.DummyStore import DummyStore

# Its engine logs every request at a level that nobody keeps in production.
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def journey():
    screens = json.loads(pathlib.Path(__file__).with_name("menu.json").read_text())
    made = {"initial_screen": screens[0]["name"]}
    for screen, after in zip(screens, screens[1:] + [None]):
        if after is None:
            made[screen["name"]] = {"type": "quit_screen", "text": screen["text"].replace("REFERENCE", "{{ reference }}")}
        elif screen["options"]:
            options = [{"text": text, "next_screen": after["name"]} for text in screen["options"]]
            made[screen["name"]] = {"type": "menu_screen", "text": screen["text"], "options": options}
        else:
            made[screen["name"]] = {
                "type": "input_screen", "text": screen["text"], "input_identifier": screen["field"], "next_screen": after["name"]}
    return made


journeys = DummyStore()
journeys._save("registration", journey(), "1")
sessions = FilesystemStore(os.environ["BENCH_SESSIONS"])


def application(environ, start_response):
    form = urllib.parse.parse_qs(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])).decode(), keep_blank_values=True)
    typed = form["text"][0].rsplit("*", 1)[-1]
    request = UssdRequest(
        form["sessionId"][0], form["phoneNumber"][0], typed, "fr", journey_name="registration", journey_store=journeys, journey_version="1",
        session_store_backend=sessions, reference=str(random.randrange(10_000_000, 100_000_000)))
    answer = UssdEngine(request).ussd_dispatcher()
    body = (("CON " if answer.status else "END ") + str(answer)).encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
