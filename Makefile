# make demo    build and show what is found in a press release
# make test    all tests
# make bench   speed of each layer beside memchr and ICU
# make sanitize  all tests under AddressSanitizer and ThreadSanitizer
# make setup   install the system packages that are missing

.PHONY: setup build demo test bench sanitize

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

# Each in a build folder of its own; the tests of speed and of kills take longer under them.
sanitize: setup
	swift test --sanitize=address --scratch-path .build/address
	swift test --sanitize=thread --scratch-path .build/thread

setup:
	@Scripts/install-system-packages
