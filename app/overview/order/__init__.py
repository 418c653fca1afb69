"""One order as somebody of the office looks at it: found, told, played again, proven on paper."""
