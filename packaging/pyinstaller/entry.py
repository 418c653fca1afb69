"""Entry of a frozen program; run by path, imported by nobody."""

import sys

from app.__main__ import main

sys.exit(main())
