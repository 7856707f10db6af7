# Needs git, make and Python 3.11 or later. All that is installed comes as a wheel: no compiler is needed.
PYTHON ?= python3
VENV ?= .venv
DEMO_DIR ?= demo
PAIR ?= USA RUS

SAMPLES := src/dragoman/samples
INSTALL := $(VENV)/bin/python -m pip install --quiet --quiet --disable-pip-version-check
COMPILE := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --custom-compile-command "make lock"

.PHONY: help demo test score bench model lock clean
.DEFAULT_GOAL := help

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Install, read the sample reports, show contacts and events of a pair (PAIR="USA RUS")
	@mkdir -p "$(DEMO_DIR)"
	@echo; echo "== Reading the sample reports of $(SAMPLES) into $(DEMO_DIR)/record.db"
	@$(VENV)/bin/dragoman read $(SAMPLES)/reports --metadata $(SAMPLES)/metadata.csv --record "$(DEMO_DIR)/record.db"
	@echo; echo "== Who met whom: dragoman contacts $(PAIR) --record $(DEMO_DIR)/record.db"
	@$(VENV)/bin/dragoman contacts $(PAIR) --record "$(DEMO_DIR)/record.db"
	@echo; echo "== What was done: dragoman events $(PAIR) --record $(DEMO_DIR)/record.db"
	@$(VENV)/bin/dragoman events $(PAIR) --record "$(DEMO_DIR)/record.db"
	@echo; echo "The record is $(DEMO_DIR)/record.db. To open it in a browser, at http://127.0.0.1:8400:"
	@echo "    $(VENV)/bin/dragoman serve --record $(DEMO_DIR)/record.db"
	@echo "Your own reports: $(VENV)/bin/dragoman read FOLDER"

test: $(VENV)/.dev ## Check style, types and the direction of imports, and run all tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/python -m pytest

score: $(VENV)/.dev ## Measure how right dragoman is, and write docs/accuracy.md (needs ../shared)
	$(VENV)/bin/python -m benchmarks.scores

bench: $(VENV)/.dev ## Measure speed and memory against the bare parser
	$(VENV)/bin/python -m benchmarks.flow

model: $(VENV)/.training ## Train the relation model anew from training/ (about a quarter of an hour on one core)
	PYTHONPATH=src $(VENV)/bin/python training/train.py

lock: $(VENV)/.dev ## Pin the newest versions that fit pyproject.toml
	$(INSTALL) uv
	echo hatchling | $(COMPILE) --upgrade pyproject.toml - -o requirements.lock
	$(COMPILE) --upgrade --extra dev --extra model --constraint requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## Remove the virtual environment, the demo's record and all caches
	rm -rf "$(VENV)" demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -exec rm -rf {} +

$(VENV)/bin/python:
	@sh tools/venv.sh "$(PYTHON)" "$(VENV)"

# The builder is pinned too and stands in the lock, so the package itself is built with what is installed.
$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing dragoman and its libraries into $(VENV) (about a minute) ..."
	@$(INSTALL) --only-binary :all: --requirement requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing what checks and tests need ..."
	@$(INSTALL) --only-binary :all: --requirement requirements-dev.lock
	@touch $@

$(VENV)/.training: training/requirements.txt $(VENV)/.dev
	@echo "Installing what training needs (PyTorch and the base model, 1 GB or more) ..."
	@$(INSTALL) --only-binary :all: --requirement training/requirements.txt
	@touch $@
