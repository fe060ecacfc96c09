# The two commands: `make run` starts the service, `make test` proves it. Both install what is missing and ask nothing.

.PHONY: run test lint promtool packages-run packages-test
.DEFAULT_GOAL := run

RUN_PACKAGES := libsqlite3-dev libcurl4-openssl-dev
TEST_PACKAGES := $(RUN_PACKAGES) graphviz gettext sqlite3 kannel kannel-extras chromium chromium-driver
# Unpacked, not installed: the package would start a service.
PROMTOOL := .build/tools/promtool
PROGRAM := .build/debug/passerelle
# Tests that are begun at once: with all of them, some with a deadline would starve on two cores.
FEW := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4

# As root or through `sudo -n`; else the one line to run is printed and we stop.
define install
	@missing=; for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as='sudo -n'; \
	  else echo "Missing:$$missing. Please run: sudo apt-get install -y$$missing" >&2; exit 1; fi; \
	  $$as apt-get update -q && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
	fi
endef

run: packages-run
	swift build -c release --product passerelle
	exec .build/release/passerelle serve --config Config/passerelle.yaml

test: packages-test lint promtool
	swift build --build-tests
	$(PROGRAM) check Dialogs
	$(PROGRAM) test
	PROMTOOL=$(PROMTOOL) $(FEW) swift test --skip-build --disable-xctest

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

packages-run:
	$(call install,$(RUN_PACKAGES))

packages-test:
	$(call install,$(TEST_PACKAGES))

promtool: $(PROMTOOL)

$(PROMTOOL): | packages-test
	mkdir -p .build/tools/unpacked
	cd .build/tools && { apt-get download -q prometheus || { apt-get update -q && apt-get download -q prometheus; }; }
	dpkg-deb -x .build/tools/prometheus_*.deb .build/tools/unpacked
	mv .build/tools/unpacked/usr/bin/promtool $@
	rm -rf .build/tools/unpacked .build/tools/prometheus_*.deb
