# The two commands a newcomer needs: `make run` and `make test`. Both set everything up themselves.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test bench lint texts check-texts clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

$(VENV)/.run: pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[sandbox]'
	@touch $@

$(VENV)/.dev: pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[sandbox,dev]'
	@npm install --silent --no-package-lock --prefix tests/support/ical_js \
		|| echo 'ical.js could not be installed: its tests will be skipped'
	@touch $@ $(VENV)/.run

run: $(VENV)/.run ## the bot: on Telegram with BOT_TOKEN, without it in the local sandbox
	@exec $(BIN)/mistok run

test: lint ## everything that CI checks
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.dev ## style, types, layers, catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.support.catalogues check

bench: $(VENV)/.dev ## what things cost, as ratios to a reference measured in the same run
	$(BIN)/python -m benchmarks

texts: $(VENV)/.dev ## extract the texts and update the catalogues
	$(BIN)/python -m tests.support.catalogues update

clean: ## remove what was made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
