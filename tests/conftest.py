"""SHIZHONG_TEST_PURE_YAML=1 runs the tests as on a machine that has PyYAML without libyaml."""

from __future__ import annotations

import os

if os.environ.get("SHIZHONG_TEST_PURE_YAML") == "1":
    import yaml

    for name in [name for name in vars(yaml) if name.startswith("C") and name.endswith("Loader")]:
        delattr(yaml, name)
