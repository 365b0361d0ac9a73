"""`python -m khihau`."""

import sys

from khihau.cli.main import run

sys.exit(run())
