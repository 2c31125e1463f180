"""The grade stage: a small trained network reads each pair of mentions, grades the rules' claims and finds more.

It stands between extract and resolve and can be left out (`quick`): the rules' claims then stand as they are.
"""

from __future__ import annotations

from jnato_graph.grade.grading import grade
from jnato_graph.grade.head import load_grader

__all__ = ["grade", "load_grader"]
