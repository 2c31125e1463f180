"""Given values are read into the types that the header declares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.errors import UsageError
from jnato_graph.report.parameters import Parameter, ParameterType, is_date, read_values, type_from


def parameter(type_: str, default: str | int | float | bool | list[str]) -> Parameter:
    read = type_from(type_)
    assert read
    return Parameter(name="a", default=default, type=read)


@pytest.mark.parametrize(
    ("type_", "given_", "value"),
    [
        ("text", " x ", " x "),
        ("integer", "+12", 12),
        ("integer", 7, 7),
        ("number", "0.5", 0.5),
        ("number", "1", 1.0),
        ("number", 1, 1.0),
        ("boolean", "Yes", True),
        ("boolean", "false", False),
        ("date", " 2023-07 ", "2023-07"),
        ("optional date", "", ""),
        ("list", "a, b,", ["a", "b"]),
        ("list", '["a,b", "c"]', ["a,b", "c"]),
        ("list", ("a", "b"), ["a", "b"]),
        ("State", " France ", "France"),
        ("optional State", "", ""),
        ("planned|actual", "planned", "planned"),
    ],
)
def test_a_value_is_read_into_its_type(type_: str, given_: object, value: object) -> None:
    values = read_values("r", [parameter(type_, "x")], {"a": given_})

    assert values == {"a": value}
    assert type(values["a"]) is type(value)


@pytest.mark.parametrize(
    ("type_", "given_"),
    [
        ("integer", "1.5"),
        ("integer", "9" * 19),
        ("integer", "-3"),
        pytest.param("integer", 10**5000, id="more digits than Python writes out"),
        ("integer", "１"),
        ("integer", True),
        ("number", "abc"),
        ("number", "nan"),
        ("number", "inf"),
        ("number", 10**400),
        ("boolean", "maybe"),
        ("date", "2023-13"),
        ("date", "11 July"),
        ("date", ""),
        ("list", "[1]"),
        pytest.param("list", "[" * 100_000, id="a deep list"),
        ("list", "[a"),
        ("State", "  "),
        ("text", "half \udc80"),
        ("text", 5),
        ("text", None),
        ("planned|actual", "Planned"),
    ],
)
def test_a_value_of_the_wrong_type_is_said(type_: str, given_: object) -> None:
    with pytest.raises(UsageError, match="report r: parameter 'a' takes"):
        read_values("r", [parameter(type_, "x")], {"a": given_})


def test_what_is_not_given_takes_the_default() -> None:
    assert read_values("r", [parameter("integer", 3)], {}) == {"a": 3}


def test_unknown_parameters_and_wrong_values_are_said_together() -> None:
    with pytest.raises(UsageError) as caught:
        read_values("r", [parameter("integer", 3)], {"a": "x", "b": "y", "c": "z"})

    message = str(caught.value)
    assert "no parameter 'b'" in message
    assert "no parameter 'c'" in message
    assert "'a' takes a whole number" in message
    assert "it has: a" in message


@given(st.dates())
def test_each_day_and_its_month_and_year_are_dates(day: object) -> None:
    text = str(day)

    assert is_date(text)
    assert is_date(text[:7])
    assert is_date(text[:4])


@given(st.text(max_size=12))
def test_whatever_is_taken_for_a_date_has_its_shape(text: str) -> None:
    if is_date(text):
        assert text.isascii()
        assert len(text) in (4, 7, 10)


@pytest.mark.parametrize(
    ("name", "kind", "value", "wanted"),
    [
        ("limit", "integer", "0", "a whole number from 1 on"),
        ("minConfidence", "number", "2", "a number from 0 to 1"),
        ("minConfidence", "number", "-0.1", "a number from 0 to 1"),
        ("maxConfidence", "number", 80, "a number from 0 to 1"),
    ],
)
def test_a_value_that_can_give_no_answer_is_refused(name: str, kind: str, value: object, wanted: str) -> None:
    type_ = type_from(kind)
    assert type_ is not None

    with pytest.raises(UsageError, match=f"'{name}' takes {wanted}"):
        read_values("one", [Parameter(name=name, default=1, type=type_)], {name: value})


def test_other_numbers_have_no_bounds() -> None:
    parameters = [Parameter(name="around", default=2, type=ParameterType(kind="integer"))]

    assert read_values("one", parameters, {"around": "0"}) == {"around": 0}
