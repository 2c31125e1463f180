"""Progress of long work: lines for logs, a bar with rate and time left on a terminal, nothing on stdout."""

from collections.abc import Callable

import pytest

from jnato_graph.cli.progress import FIRST_SECONDS, NEXT_SECONDS, duration, progress, rate

OnTerminal = Callable[..., str]


class Clock:
    """A clock that goes on by a fixed time whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self.now, self._step = 0.0, step

    def __call__(self) -> float:
        self.now += self._step
        return self.now


def test_quick_work_says_nothing_off_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading", 5, clock=Clock(FIRST_SECONDS / 10)) as step:
        for name in "abcde":
            step(name)

    assert capsys.readouterr() == ("", "")


def test_long_work_says_now_and_then_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading", 10, clock=Clock(10.0)) as step:
        for name in "abcdefghij":
            step(name)

    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "Reading: 2 of 10 documents, 10.0 s each, about 1 min 20 s left",
        "Reading: 5 of 10 documents, 10.0 s each, about 50 s left",
        "Reading: 8 of 10 documents, 10.0 s each, about 20 s left",
    ]
    assert NEXT_SECONDS == 30


def test_without_a_total_no_time_left_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Loading", None, clock=Clock(20.0)) as step:
        for name in "abc":
            step(name)

    assert capsys.readouterr().err.splitlines() == ["Loading: 1 documents", "Loading: 3 documents, 20.0 s each"]


# Its clock goes on by a quarter of a second a document. It ends before all are done, and the bar is drawn a last time.
BAR = """
from jnato_graph.cli.progress import progress
now = 0.0
with progress("Reading", 9, clock=lambda: now) as step:
    for name in ("a.txt", "b.txt", "c.txt", "[bold]d\\x1b[2J.txt " + "d" * 300):
        now += 0.25
        step(name)
print("done")
"""


def test_a_terminal_gets_a_bar_with_count_rate_and_time_left(on_terminal: OnTerminal) -> None:
    shown = on_terminal(BAR, columns=100)

    assert "Reading" in shown
    assert "4/9" in shown
    assert "4.0 documents/s, 2 s left" in shown
    assert "[bold]d\\x1b[2J.txt" in shown
    assert "d" * 100 not in shown


def test_a_late_bar_lets_what_goes_before_it_draw_its_own(on_terminal: OnTerminal) -> None:
    program = (
        "from jnato_graph.cli.progress import progress\n"
        "with progress('Loading', 1, late=True) as step:\n"
        "    with progress('Fetching', 1) as fetched: fetched('a')\n"
        "    print('fetched')\n"
        "    step('b')\n"
    )
    before, _, after = on_terminal(program, columns=100).partition("fetched\n")

    assert "Fetching" in before
    assert "Loading" not in before
    assert "Loading" in after


def test_a_late_bar_that_never_begins_leaves_nothing(on_terminal: OnTerminal) -> None:
    program = (
        "from jnato_graph.cli.progress import progress\nwith progress('Loading', 1, late=True): pass\nprint('done')"
    )
    assert on_terminal(program) == "done\n"


def test_a_terminal_that_cannot_move_its_cursor_gets_no_bar(on_terminal: OnTerminal) -> None:
    assert on_terminal(BAR, TERM="dumb") == "done\n"


def test_a_bar_is_not_part_of_the_output(on_terminal: OnTerminal) -> None:
    assert on_terminal(BAR, stdout_only=True) == "done\n"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59.4, "59 s"), (60, "1 min 0 s"), (3725, "1 h 2 min"), (-1, "0 s")]
)
def test_durations_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_rates_in_words() -> None:
    assert rate(1234.56, "texts") == "1,234.6 texts/s"
    assert rate(0.25, "texts") == "4.0 s each"
