"""Commands that ask: ask, search, eval, feedback."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from qa import printing
from qa.cli.shared import (
    Call,
    Commands,
    add_command,
    add_json,
    open_archive,
    open_filled,
    print_lines,
)
from qa.storage import records

if TYPE_CHECKING:
    from qa.evaluation import Question
    from qa.filters import FilterOptions
    from qa.types import Answer


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="QUESTION")
    parser.add_argument("--since", metavar="YYYY-MM-DD", help="first day of the editions searched")
    parser.add_argument("--until", metavar="YYYY-MM-DD", help="last day of the editions searched")
    parser.add_argument("--paper", metavar="NAME", help="only this paper")
    parser.add_argument("--section", metavar="NAME", help="only this section banner or page name")
    parser.add_argument("--page", metavar="N", help="only this page")
    parser.add_argument("--reporter", metavar="NAME", help="only what this person wrote or took")


def _filters(call: Call) -> FilterOptions:
    return {
        "since": call.since,
        "until": call.until,
        "paper": call.paper,
        "section": call.section,
        "page": call.page,
        "reporter": call.reporter,
    }


def _add_no_llm(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--no-llm", action="store_true", help="quote only, though WENBAO_LLM_* name a model"
    )


def add_ask(commands: Commands) -> None:
    """Add the command ask."""
    parser = add_command(commands, "ask", _ask, "answer a question with citations")
    _add_filters(parser)
    _add_no_llm(parser)
    add_json(parser)


def _ask(call: Call) -> int:
    with open_filled(call) as archive:
        answer = archive.ask(call.question, llm=not call.no_llm, **_filters(call))
    if call.json:
        return print_lines([records.dumps(records.answer_record(answer))])
    return print_lines(printing.answer_lines(answer))


def add_search(commands: Commands) -> None:
    """Add the command search."""
    parser = add_command(commands, "search", _search, "print the passages that fit a question")
    _add_filters(parser)
    parser.add_argument("-k", type=int, default=5, metavar="N", help="how many (5)")
    add_json(parser)


def _search(call: Call) -> int:
    with open_filled(call) as archive:
        hits = archive.retrieve(call.question, call.k, **_filters(call))
        if not hits:
            searched = archive.searched(call.question, **_filters(call))
            print(f"wenbao: {printing.nothing_found(searched)}", file=sys.stderr)
    ranked = enumerate(hits, 1)
    if call.json:
        return print_lines(records.dumps(records.hit_record(rank, hit)) for rank, hit in ranked)
    return print_lines(line for rank, hit in ranked for line in printing.hit_lines(rank, hit))


def add_feedback(commands: Commands) -> None:
    """Add the command feedback."""
    parser = add_command(
        commands, "feedback", _feedback, "print what readers said of answers in the web chat"
    )
    add_json(parser)


def _feedback(call: Call) -> int:
    from qa.feedback import read_feedback

    with open_archive(call) as archive:
        found = read_feedback(archive.folder)
    if call.json:
        return print_lines(records.dumps(asdict(one)) for one in found)
    return print_lines(line for one in found for line in printing.feedback_lines(one))


def add_eval(commands: Commands) -> None:
    """Add the command eval."""
    parser = add_command(
        commands, "eval", _eval, "measure retrieval and answers on your own questions"
    )
    parser.add_argument(
        "questions",
        metavar="QUESTIONS.jsonl",
        help='a line each: {"question", "answers": [], "article_ids": []}; none: unanswerable',
    )
    parser.add_argument(
        "--wrong", action="store_true", help="also name each question answered wrongly (to stderr)"
    )
    _add_no_llm(parser)
    add_json(parser)


def _eval(call: Call) -> int:
    from qa.evaluation import evaluate, not_held, read_questions

    questions = read_questions(Path(call.questions))
    with open_filled(call) as archive:
        for id_ in not_held(archive, questions):
            print(f"wenbao: warning: the archive holds no article {id_!r}", file=sys.stderr)
        wrong = _print_wrong if call.wrong else None
        measures = evaluate(archive, questions, llm=not call.no_llm, wrong=wrong)
    if call.json:
        return print_lines([records.dumps(asdict(measures))])
    return print_lines(printing.measure_lines(measures))


def _print_wrong(question: Question, answer: Answer) -> None:
    for line in printing.wrong_lines(question, answer):
        print(line, file=sys.stderr)
