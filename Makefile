# Brobygger: `make` lists what can be done.
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo test test-long year bench drawing check lock clean

help: ## list these targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/ready ## the bot with a sandbox Telegram and a chat page on this machine (PORT=8099)
	@.venv/bin/brobygger demo $(if $(PORT),--port $(PORT))

test: .venv/ready-dev ## the whole test suite, one file on each core at a time
	@$(PYTHON) -m pytest -n auto --dist loadfile

test-long: .venv/ready-dev ## 100,000 random steps, 100,000 rosters, 10,000 concerns claimed by ten, 10,000 read on each engine: two hours
	@BROBYGGER_WALKS=long $(PYTHON) -m pytest tests/handlers/test_random_walks.py tests/domain/test_roster_oracle.py tests/faults/test_claims.py tests/faults/test_ten_thousand.py

year: .venv/ready-dev ## a whole year with 50,000 concerns, judged: nobody left alone, nobody woken
	@$(PYTHON) -m tests.year

bench: .venv/ready-dev ## whether a mistyped and an unknown receipt can be told apart by their time
	@$(PYTHON) -m benchmarks.receipts

drawing: .venv/ready ## draw the conversation anew from the questions: docs/conversation.svg
	@scripts/drawing > docs/conversation.svg

check: .venv/ready-dev ## ruff, mypy strict, and the words of every language
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m pytest -q tests/handlers/test_catalogues.py tests/handlers/test_partial_catalogues.py tests/handlers/test_plain_words.py

lock: .venv/ready-dev ## write the pinned locks anew (needs uv)
	@scripts/lock

clean: ## remove the environment and caches
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/ready: requirements.lock scripts/environment
	@scripts/environment requirements.lock $@

.venv/ready-dev: requirements-dev.lock scripts/environment
	@scripts/environment requirements-dev.lock $@
	@touch .venv/ready
