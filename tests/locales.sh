#!/bin/sh
# Builds the locales that the tests run under into a folder: locales.sh FOLDER. Point LOCPATH there. Nothing is installed.
# Both print decimals with a comma; one of them is the locale of the people who use the library.
set -eu
folder=${1:?usage: locales.sh FOLDER}
mkdir -p "$folder"
for name in vi_VN de_DE; do
  # A marker rather than the folder itself: an interrupted run leaves a folder that is not complete.
  [ -e "$folder/$name.complete" ] && continue
  localedef -i "$name" -f UTF-8 "$folder/$name.UTF-8"
  touch "$folder/$name.complete"
done
