# `make run` and `make test` need Python 3.11 (or uv) and nothing else.
# PORT, DATA_DIR and the other settings come from the environment, from .env, or: make run PORT=8001
PYTHON := .venv/bin/python

.PHONY: help run test lint format bench bench-pages screenshots soak evaluate index shell clean
.DEFAULT_GOAL := help

help: ## Lists the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/installed: requirements.txt constraints.txt bin/venv
	@bin/venv requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@bin/venv requirements-dev.txt
	@touch $@

run: .venv/installed ## Sets everything up and serves the portal at http://127.0.0.1:8000 (PORT=… changes it)
	@bin/serve

test: .venv/installed-dev ## Every check: lint, types, import map, unit, contract and browser tests
	@bin/check

lint: .venv/installed-dev ## Format, lint, types and the import map only
	@bin/lint

format: .venv/installed-dev ## Formats the code
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

evaluate: .venv/installed ## Retrieval quality on ../shared/data/retrieval, beside Lucene's figures
	@$(PYTHON) manage.py evaluate ../shared/data/retrieval/*/

bench: .venv/installed-dev ## Speed, size and memory, beside other engines
	@$(PYTHON) -m bench

bench-pages: .venv/installed-dev ## Speed of the pages of the running portal, beside a bare page
	@$(PYTHON) -m bench.pages

screenshots: .venv/installed-dev ## Pictures of every page of the running portal, to be looked at
	@$(PYTHON) -m bench.screenshots

soak: .venv/installed-dev ## Long random runs: queries, crashes, damaged indexes
	@$(PYTHON) -m bench.soak

index: .venv/installed ## Builds the index anew, beside the live one
	@$(PYTHON) manage.py rebuild_index --noinput

shell: .venv/installed ## Django's shell
	@$(PYTHON) manage.py shell

clean: ## Removes the environment and caches; never your data under var/
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
