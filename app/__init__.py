"""The core of Packbench: no Qt, no serial port."""

VERSION = "0.1.0"
