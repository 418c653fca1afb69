"""The core of Packbench: no Qt, no serial port."""
