#!/bin/sh
# Makes draft.odt and draft.docx out of draft.fodt as LibreOffice writes them. Run it by hand after a
# change of draft.fodt, look at both files, and commit them: the tests read what is committed.
set -eu
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for format in odt docx; do
    soffice -env:UserInstallation="file://$profile" --headless --convert-to "$format" draft.fodt
done
