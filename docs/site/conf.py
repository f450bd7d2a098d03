"""How the documents become a site: ``sphinx-build -W -c docs/site . SOMEWHERE`` from the top of the repository."""

from __future__ import annotations

project = "shizhong"
author = "The shizhong developers"
project_copyright = author
extensions = ["myst_parser"]
root_doc = "docs/site/index"
include_patterns = ["docs/*.md", "docs/site/*.md", "README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"]
html_theme = "furo"
html_title = "shizhong"
html_copy_source = False
html_show_sphinx = False
myst_heading_anchors = 4  # what the links within the documents go by
myst_links_external_new_tab = False
