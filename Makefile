# What there is to do here, in one word each. Needs make and Python 3.12 or newer; everything else is fetched, by hash.
# The Python is looked for by scripts/find-python; another one: make PYTHON=/path/to/python3.13 …

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell scripts/find-python)
PIP_INSTALL = -m pip install --quiet --disable-pip-version-check
# A lock file is complete, so pip need not look for what else its entries ask for.
LOCKED = $(PIP_INSTALL) --no-deps --require-hashes --requirement
THIS_PROJECT = $(PIP_INSTALL) --no-deps --no-build-isolation --editable .

# A second environment for the tests, where Python 3.13 is installed beside the first. What questions are understood is measured
# with the first alone: it takes as long as all other unit tests.
VENV_313 := .venv-3.13
PYTHON_313 = $(shell scripts/find-python 3.13)
ONCE = --deselect tests/unit/ask/test_questions.py::test_questions_get_the_report_and_parameters_that_answer_them

# Whole files go to the processors in turn, those with a database first: they take longest.
IN_PARALLEL = --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.DELETE_ON_ERROR:
.PHONY: help demo test lint types unit-3.13 docs docs-pages tests coverage bench lock wheel clean

help:
	@echo "make demo      load the seeds into an embedded Neo4j and ask who opposed the Tokyo liaison office"
	@echo "make test      lint, format, types, unit and integration tests: what CI runs"
	@echo "make coverage  the tests, and which lines they leave out"
	@echo "make docs      build the documentation into build/docs, with every link checked"
	@echo "make docs-pages  write anew those of its pages that come from the program"
	@echo "make bench     measure, and write docs/benchmarks.md"
	@echo "make lock      pin the dependencies of pyproject.toml (all anew: make lock UPGRADE=--upgrade)"
	@echo "make wheel     build dist/jnato_graph-*.whl"
	@echo "make clean     remove what make made here; the database stays (jnato-graph db reset)"

# --- environments -----------------------------------------------------------------------------------------------------

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)"  # scripts/find-python has said what is missing
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/pyvenv.cfg requirements/build.txt requirements/runtime.txt pyproject.toml
	@echo "Installing the pinned dependencies into $(VENV) ..."
	@$(BIN)/python $(LOCKED) requirements/build.txt --requirement requirements/runtime.txt
	@$(BIN)/python $(THIS_PROJECT)
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@echo "Installing the pinned development tools into $(VENV) ..."
	@$(BIN)/python $(LOCKED) requirements/dev.txt
	@touch $@

$(VENV_313)/.dev: requirements/dev.txt pyproject.toml
	@echo "Installing the pinned dependencies into $(VENV_313) ..."
	"$(PYTHON_313)" -m venv --clear $(VENV_313)
	@$(VENV_313)/bin/python $(LOCKED) requirements/dev.txt
	@$(VENV_313)/bin/python $(THIS_PROJECT)
	@touch $@

# --- what a newcomer does ---------------------------------------------------------------------------------------------

demo: $(VENV)/.runtime
	@$(BIN)/jnato-graph db start
	@$(BIN)/jnato-graph load seeds
	@$(BIN)/jnato-graph report run members-opposed-office
	@$(BIN)/jnato-graph db status
	@echo "The command is $(BIN)/jnato-graph."

# --- what CI runs: the tests come last, so that pytest's closing line ends the run ---------------------------------------

test: lint types unit-3.13 docs tests

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev
	$(BIN)/mypy

unit-3.13:
	@if [ -n "$(PYTHON_313)" ]; then \
		$(MAKE) --no-print-directory $(VENV_313)/.dev && $(VENV_313)/bin/pytest tests/unit --quiet $(ONCE) $(IN_PARALLEL); \
	else echo "No Python 3.13 here: its run of the unit tests is left out."; fi

# Sphinx has an environment of its own, so that nothing of it is in the way of the program. A link that leads nowhere is a
# warning, and a warning an error.
$(VENV)/docs/.installed: $(VENV)/pyvenv.cfg requirements/docs.txt
	@echo "Installing the pinned tools of the documentation into $(VENV)/docs ..."
	@$(BIN)/python -m venv --clear $(VENV)/docs
	@$(VENV)/docs/bin/python $(LOCKED) requirements/docs.txt
	@touch $@

docs: $(VENV)/docs/.installed
	$(VENV)/docs/bin/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env docs build/docs

# The samples of the reports come from a database with the seeds alone, which is there only for as long as that takes. It is
# made anew in that folder whatever the environment and .env say, so that nobody's own database is written to.
docs-pages: $(VENV)/.dev
	@$(BIN)/python -m docs.tools commands schema reports --seeds-in build/docs-database

tests: $(VENV)/.dev
	$(BIN)/pytest --quiet $(IN_PARALLEL)

coverage: $(VENV)/.dev
	$(BIN)/pytest --quiet --cov --cov-report=term

# --- for those who work on it -----------------------------------------------------------------------------------------

bench: $(VENV)/.dev
	$(BIN)/python -m bench

UV = $(VENV)/lock/bin/uv
COMPILE = UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=1 $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.12 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)

$(UV): $(VENV)/pyvenv.cfg requirements/lock.txt
	$(BIN)/python -m venv --clear $(VENV)/lock
	@$(VENV)/lock/bin/python $(LOCKED) requirements/lock.txt
	@touch $@

lock: $(UV)
	$(COMPILE) pyproject.toml --output-file requirements/runtime.txt
	$(COMPILE) --group build --constraint requirements/runtime.txt --output-file requirements/build.txt
	$(COMPILE) pyproject.toml --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
	$(COMPILE) --group compare --constraint requirements/runtime.txt --output-file requirements/compare.txt
	$(COMPILE) --group docs --constraint requirements/runtime.txt --output-file requirements/docs.txt
	$(COMPILE) --group lock --output-file requirements/lock.txt

wheel: $(VENV)/.runtime
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

clean:
	rm -rf $(VENV) $(VENV_313) dist build .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests bench -name __pycache__ -prune -exec rm -rf {} +
