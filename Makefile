# Every chore of this repository. It needs Python 3.11 or newer, make and git; the rest it installs into .venv.

VENV  ?= .venv
JOBS  ?= 2
BIN   := $(VENV)/bin
PIP   := $(BIN)/python -m pip --disable-pip-version-check --quiet
TYPES := .types/psr

# The first of these that is new enough and can build an environment is used; `make PYTHON=…` names another.
PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

##@ Use

.PHONY: score
score: $(VENV)/.run ## score the regulation of 2019 on the evidence of both branches
	@$(BIN)/psr score rules/2019.psr examples/2019

##@ Prove

.PHONY: test
test: style layout types imports suite ## run every check below

.PHONY: style
style: $(VENV)/.dev ## look for mistakes and untidy code (ruff)
	@printf '\n== style: ruff check\n'
	@$(BIN)/ruff check .

.PHONY: layout
layout: $(VENV)/.dev ## see that the code is laid out as `make format` would (ruff)
	@printf '\n== layout: ruff format --check\n'
	@$(BIN)/ruff format --check .

.PHONY: types
types: $(VENV)/.dev $(TYPES) ## check the types strictly (basedpyright)
	@printf '\n== types: basedpyright\n'
	@$(BIN)/basedpyright --pythonpath $(BIN)/python

.PHONY: imports
imports: $(VENV)/.dev ## see that imports run one way (import-linter)
	@printf '\n== imports: lint-imports\n'
	@$(BIN)/lint-imports --no-logo

.PHONY: suite
suite: $(VENV)/.dev ## run the tests; every branch of grammar/, interpreter/ and linter/ must be taken
	@printf '\n== suite: pytest, %s at a time\n' $(JOBS)
	@$(BIN)/pytest -n $(JOBS) --dist worksteal --benchmark-disable --cov

.PHONY: fuzz
fuzz: $(VENV)/.dev ## try the laws on thousands of random rubrics and evidence (Hypothesis)
	@$(BIN)/pytest -n $(JOBS) --benchmark-disable -m hypothesis --hypothesis-profile=fuzz

##@ Measure

.PHONY: bench
bench: $(VENV)/.dev ## print how long parsing and scoring take; fails on no figure
	@$(BIN)/pytest tests/bench -p no:xdist --benchmark-only

##@ Change

.PHONY: grammar
grammar: $(VENV)/.dev ## build the parsing tables from grammar/psr.lark
	@$(BIN)/python -m psr.grammar.generate

.PHONY: format
format: $(VENV)/.dev ## lay out the code and put the imports in order
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

.PHONY: clean
clean: ## remove the environment and everything built
	@rm -rf $(VENV) .types build dist *.egg-info .benchmarks .coverage .coverage.* .hypothesis \
		.import_linter_cache .pytest_cache .ruff_cache htmlcov
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## show this list
	@awk 'BEGIN { FS = ":.*## "; print "make TARGET, where TARGET is one of" } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# --- the environment: each stamp is as old as the last installation ------------------------------------------

$(BIN)/python:
	@found=; bare=; \
	for python in $(PYTHONS); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then found=$$python; break; fi; \
		bare=$${bare:-$$python}; \
	done; \
	if [ -n "$$found" ]; then \
		echo "building $(VENV) with $$("$$found" --version)" && "$$found" -m venv --clear $(VENV); \
	elif [ -n "$$bare" ]; then \
		echo "$$bare cannot build an environment: its venv and ensurepip modules are missing." >&2; \
		echo "help: on Debian and Ubuntu, \`sudo apt-get install python3-venv\` adds them" >&2; \
		exit 1; \
	else \
		echo "PSR needs Python 3.11 or newer, and none was found (tried: $(PYTHONS))." >&2; \
		echo "help: install one, or name it: \`make score PYTHON=/path/to/python3\`" >&2; \
		exit 1; \
	fi

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing psr"
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing psr and the tools for its tests"
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

# Tests import `psr`, a name which only the installation knows; the type checker follows this link instead.
$(TYPES):
	@mkdir -p $(@D) && ln -sfn .. $@
