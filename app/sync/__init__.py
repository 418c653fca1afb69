"""Facts and rows between a station's file and the centre: hello, push, pull, claim, ask."""
