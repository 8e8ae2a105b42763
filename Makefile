# The commands of this repository; `make help` lists them. Each says what it does and stops at the first fault.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

SCENARIO ?= Examples/c5-contusion.yaml
OUTPUT ?= runs/c5-contusion
# Extra arguments: make demo ARGUMENTS='--voxel "1 mm"', make test ARGUMENTS='--filter NIfTITests'
ARGUMENTS ?=

# An import that Package.swift does not declare fails the build.
SWIFT_FLAGS := --explicit-target-dependency-import-check error

# The kernels are built for AVX2 processors; on an older x86-64 one the program would die at its first step.
NEEDED_FLAGS := avx avx2 bmi1 bmi2 f16c fma movbe abm
ifeq ($(shell uname -m),x86_64)
  FOUND_FLAGS := $(shell sed -n 's/^flags[^:]*://p' /proc/cpuinfo 2>/dev/null | head -n 1)
  ifneq ($(filter-out $(FOUND_FLAGS),$(NEEDED_FLAGS)),)
    export MYELON_PORTABLE := 1
  endif
endif

.PHONY: help
help: ## List these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: demo
demo: setup assets release ## Set up, build and run the worked example; ends by naming its report
	.build/release/myelon run $(SCENARIO) --output $(OUTPUT) --overwrite $(ARGUMENTS)
	@test -s $(OUTPUT)/report.html || { echo "The run ended without $(OUTPUT)/report.html" >&2; exit 1; }
	@echo "Report: $(OUTPUT)/report.html"

.PHONY: test
test: setup assets ## Set up, build and run all tests (ARGUMENTS='--filter Name' for some)
	swift test $(SWIFT_FLAGS) $(ARGUMENTS)

.PHONY: bench
bench: setup release ## Measure speed beside the machine's memory bandwidth
	.build/release/myelon bench $(ARGUMENTS)

.PHONY: check
check: ## Everything that CI runs
	scripts/check

.PHONY: lint
lint: ## Format lint, layers, size budget: quick, builds nothing
	@faults=0; \
	  swift format lint --strict -r Sources Tests Package.swift || faults=1; \
	  scripts/check-layers || faults=1; \
	  scripts/check-budget --final || faults=1; \
	  exit $$faults

.PHONY: format
format: ## Rewrite the sources in the house format
	swift format -i -r Sources Tests Package.swift

.PHONY: setup
setup: ## Install missing system packages (Debian)
	@scripts/setup

.PHONY: assets
assets: ## Fetch the browser libraries of the report page
	@scripts/fetch-assets

.PHONY: debug
debug: ## Build everything, debug (kernels are optimised all the same)
	swift build $(SWIFT_FLAGS)

.PHONY: release
release: ## Build .build/release/myelon
	swift build -c release --product myelon $(SWIFT_FLAGS)

.PHONY: clean
clean: ## Remove what the builds made; keeps runs/ and the page assets
	rm -rf .build .build-*
