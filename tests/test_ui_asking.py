"""A question is always told something, whatever happens to it."""

from __future__ import annotations

from dataclasses import replace
from threading import BoundedSemaphore, Event
from typing import TYPE_CHECKING

import pytest

from qa import Archive, ArchiveError
from ui import asking
from ui.asking import Step, ask
from ui.conversation import MAX_QUESTION, MAX_TURNS, Turn
from ui.filters import Choice
from ui.texts import ZH

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser

ANSWERED = "榆巷农贸市场什么时候重新开门?"


ANYTHING = Choice()


def steps(archive: Archive, question: str, choice: Choice = ANYTHING) -> list[Step]:
    return list(ask(question, [], choice, archive, ZH))


def test_an_answer_grows_and_is_kept_when_it_is_whole(sample_archive: Archive) -> None:
    *growing, whole = steps(sample_archive, ANSWERED)
    assert "正在翻报纸" in growing[0].messages[-1]["content"]
    assert all(step.turns is None for step in growing)
    assert whole.turns is not None
    assert [turn.question for turn in whole.turns] == [ANSWERED]


def test_a_follow_up_knows_what_was_asked(sample_archive: Archive) -> None:
    turn = steps(sample_archive, ANSWERED)[-1].turns
    assert turn is not None
    last = list(ask("那它有多少个摊位?", turn, ANYTHING, sample_archive, ZH))[-1]
    assert last.turns is not None
    assert "榆巷农贸市场" in last.turns[-1].searched


@pytest.mark.parametrize(
    ("question", "choice", "said"),
    [
        ("问" * (MAX_QUESTION + 1), ANYTHING, "太长"),
        ("问", Choice(since="去年"), "2024\\-10\\-16"),
    ],
)
def test_what_cannot_be_asked_is_told_why(
    sample_archive: Archive, question: str, choice: Choice, said: str
) -> None:
    last = steps(sample_archive, question, choice)[-1]
    assert said.replace("\\", "") in last.messages[-1]["content"].replace("\\", "")
    assert last.turns is None


@pytest.mark.parametrize("error", [ArchiveError("/secret is gone"), RuntimeError("/secret")])
def test_what_goes_wrong_inside_is_not_told_outside(
    sample_archive: Archive, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Archive, "ask_stream", fail)
    last = steps(sample_archive, "问")[-1]
    assert "请稍后再试" in last.messages[-1]["content"]
    assert "secret" not in str(last.messages)


def test_who_finds_every_place_taken_is_asked_to_come_back(
    sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = BoundedSemaphore(1)
    taken.acquire()
    monkeypatch.setattr(asking, "_places", taken)
    monkeypatch.setattr(asking, "_PATIENCE", 0.01)
    last = steps(sample_archive, "问")[-1]
    assert "很多" in last.messages[-1]["content"]


def test_old_turns_make_room_for_new_ones(sample_archive: Archive) -> None:
    turns = [Turn(f"问{i}", f"问{i}", "答", abstained=False) for i in range(MAX_TURNS)]
    last = list(ask(ANSWERED, turns, ANYTHING, sample_archive, ZH))[-1]
    assert last.turns is not None
    assert len(last.turns) == MAX_TURNS
    assert last.turns[0].question == "问1"


def test_an_answer_can_be_stopped(
    browser: Browser,
    serve_chat: Callable[..., AbstractContextManager[str]],
    sample_archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()
    with serve_chat(sample_archive) as url:
        page = browser.new_page(base_url=url, locale="zh-CN")
        page.goto("/")
        page.locator("#wb-chat .example").first.wait_for()
        monkeypatch.setattr(Archive, "ask_stream", lambda *_, **__: go_on.wait(30))
        box = page.get_by_role("textbox", name="问题")
        box.fill("慢慢答")
        box.press("Enter")
        page.get_by_role("button", name="停止").click()
        page.get_by_role("button", name="提问", exact=True).wait_for()
        page.locator("#wb-chat .example").first.wait_for()
        go_on.set()
        page.close()


def test_an_answer_that_is_still_being_written_is_shown_as_far_as_it_is(
    sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sample_archive.ask(ANSWERED)
    half = replace(whole, text="写到一半")
    monkeypatch.setattr(Archive, "ask_stream", lambda *_, **__: iter([half, half, whole]))
    shown = [step.messages[-1]["content"] for step in steps(sample_archive, ANSWERED)]
    assert any("写到一半" in content for content in shown[:-1])
    assert "写到一半" not in shown[-1]


def test_a_note_on_an_answer_is_shown_under_it(
    sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = replace(sample_archive.ask(ANSWERED), note="语言模型没有按时答完")
    monkeypatch.setattr(Archive, "ask_stream", lambda *_, **__: iter([noted]))
    assert "语言模型没有按时答完" in steps(sample_archive, ANSWERED)[-1].messages[-1]["content"]
