"""What the reference data know of a claim before a text is read."""

from __future__ import annotations

import pytest

from jnato_graph.grade.knowledge import is_so


@pytest.mark.parametrize(
    ("subject", "predicate", "object_", "so"),
    [
        ("fumio-kishida", "HOLDS_POSITION_IN", "japan", True),
        ("fumio-kishida", "HOLDS_POSITION_IN", "latvia", False),
        ("fumio-kishida", "HOLDS_POSITION_IN", "nato", None),
        ("person:nobody-listed", "HOLDS_POSITION_IN", "japan", None),
        ("latvia", "MEMBER_OF", "nato", True),
        ("japan", "MEMBER_OF", "nato", False),
        ("mongolia", "MEMBER_OF", "ccdcoe", None),  # whose members are not all listed
        ("japan", "PARTNER_OF", "nato", True),
        ("nato", "PARTNER_OF", "japan", True),
        ("japan", "PARTNER_OF", "france", None),
        ("tokyo", "LOCATED_IN", "japan", True),
        ("tokyo", "LOCATED_IN", "france", None),
        ("france", "OPPOSES", "nato-liaison-office-tokyo", None),
    ],
)
def test_offices_members_partners_and_sites_are_known_and_no_positions(
    subject: str, predicate: str, object_: str, so: bool | None
) -> None:
    assert is_so(subject, predicate, object_) is so
