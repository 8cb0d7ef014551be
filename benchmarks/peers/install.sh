#!/usr/bin/env bash
# Installs PyTorch for /usr/bin/python3, from Debian's or Ubuntu's own packages; NumPy comes with it.
set -euo pipefail
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get update -qq
as_root apt-get install -y -qq --no-install-recommends python3-torch python3-numpy
/usr/bin/python3 -c 'import numpy, torch; print("PyTorch", torch.__version__, "NumPy", numpy.__version__)'
