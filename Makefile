# Brobygger: `make` lists what can be done.
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo test browser test-postgres coverage mutate test-long audit faults load year bench receipts page-speed drawing pictures check lock clean

help: ## list these targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: ready faults-sqlite faults-postgresql
ready: .venv/ready ## build the environment that the bot runs in, and nothing else

demo: .venv/ready ## the bot with a sandbox Telegram and a chat page on this machine (PORT=8099)
	@.venv/bin/brobygger demo $(if $(PORT),--port $(PORT))

test: .venv/ready-dev ## the whole test suite, one file on each core at a time
	@$(PYTHON) -m pytest -n auto --dist loadfile --ignore=tests/browser
	@$(MAKE) --no-print-directory browser

browser: .venv/ready-dev ## the demo's page in a real browser, which wants the machine for itself (needs chromium)
	@$(PYTHON) -m pytest tests/browser

test-postgres: .venv/ready-dev ## every test that keeps data, on PostgreSQL: given or started here (BROBYGGER_TEST_POSTGRES=…)
	@$(PYTHON) -m tests.postgres
	@BROBYGGER_TEST_ENGINE=postgresql $(PYTHON) -m pytest -n auto --dist loadfile

coverage: .venv/ready-dev ## the whole suite once, and which branches of the privacy modules it runs (LEAST=100)
	@mkdir -p .proof
	@COVERAGE_FILE=.proof/coverage $(PYTHON) -m pytest -n auto --dist loadfile --ignore=tests/browser --cov --cov-context=test --cov-report=term-missing --cov-fail-under=$(or $(LEAST),100) --junitxml=.proof/times.xml

mutate: .venv/ready-dev ## small mistakes in the privacy modules: how many the tests notice (MODULES="domain/receipt.py" EVERY=2 FROM=1)
	@test -f .proof/times.xml || $(MAKE) --no-print-directory coverage || test -f .proof/times.xml
	@MUTATE_EVERY=$(EVERY) MUTATE_FROM=$(FROM) $(PYTHON) -m tests.mutation $(MODULES)

test-long: .venv/ready-dev ## 100,000 random steps, rosters, hostile inputs; 10,000 claims; 10,000 read on each engine
	@BROBYGGER_WALKS=long $(PYTHON) -m pytest tests/handlers/test_random_walks.py tests/domain/test_roster_oracle.py tests/faults/test_claims.py tests/faults/test_ten_thousand.py tests/fuzz

audit: .venv/ready-dev ## known vulnerabilities of the pinned dependencies, where a database can be reached
	@$(PYTHON) scripts/audit

faults: .venv/ready-dev ## kill the bot 140 times on each engine, and count what was lost (BROBYGGER_KILLS=100, and two fifths)
	@$(MAKE) --no-print-directory -j2 --output-sync=target faults-sqlite faults-postgresql

faults-sqlite faults-postgresql: faults-%: .venv/ready-dev
	@BROBYGGER_KILLS=$${BROBYGGER_KILLS:-100} $(PYTHON) -m pytest -rP tests/faults/test_kill.py -k $*

year: .venv/ready-dev ## a whole year with 50,000 concerns, judged: nobody left alone, nobody woken
	@$(PYTHON) -m tests.year

load: .venv/ready-dev ## 1,000 people send at once: nothing lost, memory flat, limits kept, alerts first (3 minutes)
	@$(PYTHON) -m tests.load

bench: .venv/ready-dev .peers/ready ## our bot beside its peers: benchmarks/RESULTS.md (30 minutes; BENCH_QUICK=1: one)
	@$(PYTHON) -m benchmarks

receipts: .venv/ready-dev ## whether a mistyped and an unknown receipt can be told apart by their time
	@$(PYTHON) -m benchmarks.receipts

page-speed: .venv/ready-dev ## how soon the demo's page is painted, and a press seen on another phone
	@$(PYTHON) -m benchmarks.page

drawing: .venv/ready ## draw the conversation and the way of an update anew: docs/*.svg
	@scripts/drawing > docs/conversation.svg
	@scripts/way > docs/update.svg

pictures: .venv/ready-dev ## the README's pictures, taken of the page as it is (needs chromium)
	@$(PYTHON) -m tests.browser.pictures

check: .venv/ready-dev ## ruff, mypy strict, the words of every language, the documents and what they name
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m pytest -q tests/handlers/test_catalogues.py tests/handlers/test_partial_catalogues.py tests/handlers/test_plain_words.py tests/handlers/test_phrases.py tests/handlers/test_what_buttons_mean.py tests/domain/test_interview.py tests/test_docs.py tests/bot/test_config_example.py tests/deploy

lock: .venv/ready-dev ## write the pinned locks anew (needs uv)
	@scripts/lock

clean: ## remove the environment and caches
	@rm -rf .venv .peers .proof .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/ready: requirements.lock scripts/environment
	@scripts/environment requirements.lock $@

.venv/ready-dev: requirements-dev.lock scripts/environment
	@scripts/environment requirements-dev.lock $@
	@touch .venv/ready

.peers/ready: benchmarks/peers/requirements.lock
	@python3 -m venv .peers
	@.peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
