"""Codecs of scanners' sounds and trigger locks, one for each maker; pure."""
