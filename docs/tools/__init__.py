"""Writes those pages of the documentation that come from the program itself. `python -m docs.tools --help`."""
