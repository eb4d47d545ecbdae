# Every target works on a machine that has Python 3.11 and make: the environment
# is made on first use in .venv and refreshed when pyproject.toml changes.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help install audit test nightly check format rules schema screenshots bench study wheel clean

help:  ## print this help
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

install: $(READY)  ## make .venv with the auditor and its development tools

audit: $(READY)  ## audit the plans (ends non-zero: they do contradict themselves)
	$(BIN)/auditor check plans

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest

nightly: $(READY)  ## run the tests with ten times as many generated examples
	$(BIN)/python -m pytest --hypothesis-profile nightly

check: $(READY)  ## what CI asks: format, lint, types, import layers, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

format: $(READY)  ## rewrite the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

rules: $(READY)  ## write the documentation of the rules, rules/README.md and .zh.md
	$(BIN)/auditor rules --format markdown --lang en > rules/README.md
	$(BIN)/auditor rules --format markdown --lang zh > rules/README.zh.md

schema: $(READY)  ## write the JSON Schemas that editors read, rules/schema/*.json
	$(BIN)/python -m tests.test_schema_files

screenshots: $(READY)  ## take the pictures of the report in .github/pictures (needs chromium, fonts-noto-cjk)
	$(BIN)/python -m tests.pictures .github/pictures

bench: $(READY)  ## measure speed and memory, as ratios taken in one run
	$(BIN)/python -m tests.bench

study: $(READY)  ## put faults into plans, one at a time, and count which are found
	$(BIN)/python -m tests.study

wheel: $(READY)  ## build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:  ## remove what the other targets made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
