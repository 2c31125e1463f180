"""The project's exceptions. Each message is one line that names the file, setting or parameter and the way out."""

from __future__ import annotations


class JnatoError(Exception):
    """Base of all errors meant for a person; `exit_code` is what the command ends with.

    `details` are lines that the command shows above the message, such as each problem of a file.
    """

    exit_code = 1
    details: tuple[str, ...] = ()


class UsageError(JnatoError):
    """A path, option, parameter or setting is wrong (exit code 2, as click's own)."""

    exit_code = 2


class InputError(JnatoError):
    """A document, manifest or interchange file cannot be read (exit code 3)."""

    exit_code = 3


class DatabaseError(JnatoError):
    """The database cannot be started, reached, or refuses what is asked (exit code 4)."""

    exit_code = 4


class ReportError(JnatoError):
    """A saved query is malformed, unknown, or would write (exit code 5)."""

    exit_code = 5


class PipelineError(JnatoError):
    """The spaCy pipeline cannot be loaded or lacks a component (exit code 6)."""

    exit_code = 6


class QuestionError(JnatoError):
    """A question that no saved query answers, or that names what the graph does not have (exit code 7)."""

    exit_code = 7
