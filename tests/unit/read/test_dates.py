from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.read.dates import is_iso, written_dates

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from(
        ["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%d.%m.%Y}"]
    ),
)
def test_a_day_is_read_however_it_is_written(day: datetime.date, form: str) -> None:
    (found,) = written_dates(f"It was {form.format(day)}, he said.")
    assert found.iso == day.isoformat()
    assert found.is_day


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("03 Jun. 2024 14:58", ["2024-06-03"]),
        ("Sept. 4th, 2024", ["2024-09-04"]),
        ("in May 2023", ["2023-05"]),
        ("11–12 July 2023", ["2023-07"]),  # the days are a range: only the month is sure
        ("10/07/2023", []),  # 10 July or 7 October
        ("13/07/2023 and 07/13/2023", ["2023-07-13", "2023-07-13"]),
        ("31 June 2023 was no day", ["2023-06"]),
        ("in 2023", []),
        ("maybe 2023", []),
    ],
)
def test_dates_are_only_as_exact_as_they_are_written(text: str, dates: list[str]) -> None:
    assert [date.iso for date in written_dates(text)] == dates


@pytest.mark.parametrize(
    ("value", "valid"), [("2023", True), ("2023-02", True), ("2023-02-29", False), ("2023-2", False), ("soon", False)]
)
def test_iso_dates_are_days_of_the_calendar(value: str, valid: bool) -> None:
    assert is_iso(value) is valid
