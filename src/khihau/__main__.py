"""`python -m khihau`."""

import sys

from khihau.cli.main import main

sys.exit(main())
