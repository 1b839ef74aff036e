"""Static files: hashed, compressed, and the parts of the site's sheet put into one file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLE = "css/site.css"
IMPORT = re.compile(r'@import "([^"]+)";\n?')


class SiteStorage(CompressedManifestStaticFilesStorage):
    """Puts what css/site.css imports into it before names are hashed.

    A browser finds an import only after it has read the importing file: one round trip more for each level
    on a slow line. A part that is missing (fonts/fonts.css where `build_fonts` has not run) is left out.
    Before `collectstatic` has run at all, files keep their plain names: a bare checkout serves readable pages.
    """

    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if self.hashed_files else name

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if BUNDLE in paths and not dry_run:
            # Read where it was written: the copy of an earlier run is joined already, and newer than its original.
            storage, path = paths[BUNDLE]
            Path(self.path(BUNDLE)).write_text(joined(Path(storage.path(path))), encoding="utf-8")
            paths = paths | {BUNDLE: (self, BUNDLE)}  # the joined copy is hashed, not the one in the repository
        yield from super().post_process(paths, dry_run, **options)


def joined(sheet: Path) -> str:
    """The text of a sheet with its imports in place; parts lie beside it, so that relative addresses hold."""

    def part(match: re.Match[str]) -> str:
        file = sheet.parent / match[1]
        return file.read_text(encoding="utf-8") if file.exists() else ""

    return IMPORT.sub(part, sheet.read_text(encoding="utf-8"))
