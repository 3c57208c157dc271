# make demo    build and show what is found in a press release
# make test    all tests
# make bench   speed of each layer beside memchr and ICU
# make sanitize  all tests under AddressSanitizer and ThreadSanitizer
# make setup   install the system packages that are missing
# make install PREFIX=/usr/local       the program, its manual page and completions
# make dist            a tarball with the program as one static file (Linux)
# make documentation   all pages as HTML, in .build/documentation
# make api             write down the public declarations after a change that is meant

.PHONY: setup build demo test bench sanitize install dist documentation api
PREFIX ?= /usr/local

# On macOS, Homebrew keeps icu4c and libxml2 where pkg-config does not look.
ifeq ($(shell uname),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix icu4c 2>/dev/null)/lib/pkgconfig:$(shell brew --prefix libxml2 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

demo: build
	.build/release/svodka extract --format table --published 2023-10-12 Fixtures/demo.txt

build: setup
	swift build -c release --product svodka

test: setup
	swift test

bench: setup
	Benchmarks/run

# Each in a build folder of its own; the tests of kills take longer under them. XCTest leaks what it
# keeps to the end, so leaks are not looked for.
sanitize: setup
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build/address
	TSAN_OPTIONS=suppressions=$(CURDIR)/Scripts/thread-sanitizer.supp \
	  swift test --sanitize=thread --scratch-path .build/thread

setup:
	@Scripts/install-system-packages

install: build
	Scripts/install .build/release/svodka $(DESTDIR)$(PREFIX)

dist: build
	Scripts/make-dist

documentation: build
	Scripts/documentation

api: build
	Scripts/check-api --write
	Scripts/make-manual
