"""A question is always told something, whatever happens to it."""

from __future__ import annotations

from dataclasses import replace
from threading import BoundedSemaphore, Event
from typing import TYPE_CHECKING, Any

import pytest

from qa import Answer, Archive, ArchiveError
from qa.answering.corrections import corrects
from tests.ui.browsing import ANSWERED
from ui import asking
from ui.asking import Step, ask
from ui.conversation import MAX_QUESTION, MAX_TURNS, Turn
from ui.filters import Choice
from ui.texts import ZH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page

ANYTHING = Choice()


def steps(archive: Archive, question: str, choice: Choice = ANYTHING) -> list[Step]:
    return list(ask(question, [], choice, archive, ZH))


def test_an_answer_grows_and_is_kept_when_it_is_whole(sample_archive: Archive) -> None:
    *growing, whole = steps(sample_archive, ANSWERED)
    assert "正在翻报纸" in growing[0].messages[-1]["content"]
    assert not any(step.whole for step in growing)
    assert whole.turns is not None
    assert [turn.question for turn in whole.turns] == [ANSWERED]


def test_a_follow_up_knows_what_was_asked(sample_archive: Archive) -> None:
    turn = steps(sample_archive, ANSWERED)[-1].turns
    assert turn is not None
    last = list(ask("那它有多少个摊位?", turn, ANYTHING, sample_archive, ZH))[-1]
    assert last.turns is not None
    assert "榆巷农贸市场" in last.turns[-1].searched


def test_only_what_the_chosen_reporter_wrote_is_searched(sample_archive: Archive) -> None:
    turn = steps(sample_archive, "岚江有什么报道?", Choice(reporter="苏禾"))[-1].turns
    assert turn is not None
    assert turn[-1].filters == "苏禾"
    shown = (*turn[-1].quotes, *turn[-1].related)
    found = [sample_archive.article(quote.article_id) for quote in shown]
    hers = [one for one in found if one and "苏禾" in one[0].reporters]
    assert hers
    # a notice that corrects what she wrote is shown with it, whoever wrote the notice
    others = [one for one in found if one and one not in hers]
    assert all(any(corrects(*notice, *one) for one in hers) for notice in others)


@pytest.mark.parametrize(
    ("question", "choice", "said"),
    [
        ("问" * (MAX_QUESTION + 1), ANYTHING, "太长"),
        ("问", Choice(since="去年"), "2024\\-10\\-16"),
        ("问", Choice(since="2024-05-02", until="2024-05-01"), "早的一天放在前面"),
    ],
)
def test_what_cannot_be_asked_is_told_why(
    sample_archive: Archive, question: str, choice: Choice, said: str
) -> None:
    last = steps(sample_archive, question, choice)[-1]
    assert said.replace("\\", "") in last.messages[-1]["content"].replace("\\", "")
    assert not last.whole


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


def test_the_page_says_that_it_is_busy_and_keeps_the_question(
    visit: Callable[..., Page],
    chat_url: str,
    monkeypatch: pytest.MonkeyPatch,
    screenshot: Callable[[Page, str], None],
) -> None:
    taken = BoundedSemaphore(1)
    taken.acquire()
    page = visit(chat_url)
    with monkeypatch.context() as patched:
        patched.setattr(asking, "_places", taken)
        patched.setattr(asking, "_PATIENCE", 0.01)
        box = page.locator("#wb-box textarea")
        box.fill(ANSWERED)
        box.press("Enter")
        page.locator("#wb-chat .bot-row").get_by_text("现在提问的人很多").wait_for()
        page.locator("#wb-box .submit-button").wait_for()
    screenshot(page, "desk-busy")
    assert box.input_value() == ANSWERED
    box.press("Enter")
    page.locator("#wb-chat a[href='#cite-0-1']").wait_for()


def test_what_is_typed_while_an_answer_comes_stays(
    visit: Callable[..., Page],
    serve_chat: Callable[..., AbstractContextManager[str]],
    sample_archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()
    stream = Archive.ask_stream

    def slowly(self: Archive, question: str, **options: Any) -> Iterator[Answer]:
        for answer in stream(self, question, **options):
            yield replace(answer, text="写到一半")
            go_on.wait(30)
            yield answer

    with serve_chat(sample_archive) as url:
        page = visit(url)
        monkeypatch.setattr(Archive, "ask_stream", slowly)
        box = page.locator("#wb-box textarea")
        box.fill(ANSWERED)
        box.press("Enter")
        page.locator("#wb-chat .bot-row").get_by_text("正在翻报纸").wait_for()
        box.fill("下一个问题")
        go_on.set()
        page.locator("#wb-chat a[href='#cite-0-1']").wait_for()
        page.locator("#wb-box .submit-button").wait_for()
        assert box.input_value() == "下一个问题"


def test_a_full_queue_is_told_in_the_readers_language(
    visit: Callable[..., Page],
    serve_chat: Callable[..., AbstractContextManager[str]],
    sample_archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()
    monkeypatch.setattr("ui.server._MOST_WAITING", 1)
    monkeypatch.setattr("ui.chat._ASKING", 1)
    with serve_chat(sample_archive) as url:
        first, second, third = (visit(url) for _ in range(3))
        monkeypatch.setattr(Archive, "ask_stream", lambda *_, **__: go_on.wait(30))
        for page in (first, second, third):
            page.locator("#wb-box textarea").fill("慢慢答")
        for page in (first, second):
            with page.expect_response(lambda response: "/queue/join" in response.url):
                page.locator("#wb-box textarea").press("Enter")
            if page is first:  # it has left the line before the second one joins it
                page.locator("#wb-chat").get_by_text("正在翻报纸").wait_for()
        third.locator("#wb-box textarea").press("Enter")
        third.get_by_test_id("toast-text").filter(has_text="现在提问的人很多").first.wait_for()
        assert third.locator("#wb-box textarea").input_value() == "慢慢答"
        go_on.set()


def test_old_turns_make_room_for_new_ones(sample_archive: Archive) -> None:
    turns = [Turn(f"问{i}", f"问{i}", "答", abstained=False) for i in range(MAX_TURNS)]
    last = list(ask(ANSWERED, turns, ANYTHING, sample_archive, ZH))[-1]
    assert last.turns is not None
    assert len(last.turns) == MAX_TURNS
    assert last.turns[0].question == "问1"


def test_an_answer_can_be_stopped(
    visit: Callable[..., Page],
    serve_chat: Callable[..., AbstractContextManager[str]],
    sample_archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()
    with serve_chat(sample_archive) as url:
        page = visit(url)
        page.locator("#wb-chat .example").first.wait_for()
        monkeypatch.setattr(Archive, "ask_stream", lambda *_, **__: go_on.wait(30))
        box = page.get_by_role("textbox", name="问题")
        box.fill("慢慢答")
        box.press("Enter")
        page.get_by_role("button", name="停止").click()
        page.get_by_role("button", name="提问", exact=True).wait_for()
        page.locator("#wb-chat .example").first.wait_for()
        assert box.input_value() == "慢慢答"
        go_on.set()


def test_an_answer_that_is_still_being_written_is_shown_as_far_as_it_is(
    sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sample_archive.ask(ANSWERED)
    half = replace(whole, text="写到一半", answerer="llm:qwen")
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
