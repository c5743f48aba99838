# Works with GNU make 3.81 (macOS) and newer. `make help` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help run setup test test-long check format messages ratchet bench lock audit release clean

BIN := .venv/bin
# Two workers: the suite is bound by the processor, and the machines it must run on have two cores.
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: ## set up what is needed, then serve the site on 127.0.0.1:8000
	@scripts/setup.sh runtime
	@$(BIN)/jinque serve

setup: ## set up .venv for development
	@scripts/setup.sh test

test: setup check ## all checks and all tests; as root on Debian, installs what the tests need
	@scripts/provision_debian.sh
	$(PYTEST) -n $(WORKERS) --dist loadgroup -m "not long"

test-long: setup ## the tests that take their time: whole matrices of files, engines, kills
	@scripts/provision_debian.sh
	$(PYTEST) -n $(WORKERS) --dist loadgroup -m long

check: setup ## formatter, linter, types, import contracts, size ratchet, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell
	$(PYTEST) -q tests/architecture

format: setup ## let the formatter and the linter rewrite the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: setup ## collect the sentences of the program, compile their Chinese
	$(BIN)/python scripts/messages.py

ratchet: setup ## lower the recorded sizes of long files and functions to what they are now
	$(BIN)/python -m tests.architecture.sizes

bench: setup ## run the benchmarks
	@scripts/setup.sh bench
	@set -e; for script in bench/*.py; do echo "== $$script"; $(BIN)/python "$$script"; done

# The second compilation is bound by the first: both environments run the same versions.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url
lock: setup ## resolve the newest allowed versions and pin them with hashes
	$(LOCK) --upgrade requirements/bootstrap.in -o requirements/bootstrap.txt
	$(LOCK) --upgrade requirements/build.in -o requirements/build.txt
	$(LOCK) --upgrade pyproject.toml -o requirements/runtime.txt
	$(LOCK) --upgrade pyproject.toml --group test --extra postgres \
		--constraint requirements/runtime.txt -o requirements/test.txt
	$(LOCK) --upgrade pyproject.toml --group test --group bench --extra postgres \
		--constraint requirements/test.txt -o requirements/bench.txt

# The auditor is fetched for the call: it is no part of what the program or its tests need.
audit: setup ## look the pinned packages up among known vulnerabilities; needs a network
	@$(BIN)/uv tool run pip-audit --requirement requirements/runtime.txt --require-hashes --disable-pip \
		|| { echo "make audit: something is vulnerable (listed above), or there is no network (then nothing was looked up)"; exit 1; }

# The date is given so that a release can be made again: make release VERSION=0.2.0 DATE=2026-11-30
release: setup ## turn changelog.d into CHANGELOG.md and set the version
	@test -n "$(VERSION)" -a -n "$(DATE)" || { echo "make release VERSION=0.2.0 DATE=2026-11-30"; exit 2; }
	sed -i.old 's/^__version__ = .*/__version__ = "$(VERSION)"/' src/jinque/__init__.py && rm src/jinque/__init__.py.old
	$(BIN)/python scripts/sbom.py bom.json
	$(BIN)/towncrier build --yes --version $(VERSION) --date $(DATE)

clean: ## remove .venv and everything generated
	rm -rf .venv dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
