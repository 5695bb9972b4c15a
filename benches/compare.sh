#!/usr/bin/env bash
# Times boctin beside other programs on one file of Vietnamese text, whole processes, best of three.
#
#   benches/compare.sh FILE.txt [BOCTIN]      BOCTIN is target/release/boctin unless given
#
# What is not installed is left out. Names from the dictionaries serve `rg` as patterns. The Python programs are slow:
# they only get the first 20 kB.
set -euo pipefail
file=${1:?usage: benches/compare.sh FILE.txt [BOCTIN]}
root=$(cd "$(dirname "$0")/.." && pwd)
boctin=${2:-$root/target/release/boctin}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# clock NAME BYTES COMMAND…: user time of the best of three runs, and megabytes a second.
clock() {
    local name=$1 bytes=$2 best=999999 took
    shift 2
    for _ in 1 2 3; do
        took=$( { TIMEFORMAT=%U; time "$@" >/dev/null 2>&1 || true; } 2>&1 | tail -1)
        best=$(awk -v a="$took" -v b="$best" 'BEGIN { print (a < b) ? a : b }')
    done
    awk -v name="$name" -v bytes="$bytes" -v took="$best" \
        'BEGIN { printf "%-28s %9.3f s %10.3f MB/s\n", name, took, bytes / 1e6 / (took > 0 ? took : 0.001) }'
}

bytes=$(wc -c <"$file")
clock "wc -w" "$bytes" wc -w "$file"
if command -v rg >/dev/null; then
    cut -f2 "$root"/dictionaries/{places,people,bodies,titles}/*.tsv | grep -v '^#' | sort -u >"$scratch/names"
    clock "rg -oF, names of ours" "$bytes" rg -j1 -oFf "$scratch/names" "$file"
fi
printf 'Ông An.' >"$scratch/short.txt"
clock "boctin extract, start-up" 7 "$boctin" extract --jobs 1 "$scratch/short.txt"
clock "boctin extract" "$bytes" "$boctin" extract --jobs 1 --input-format text "$file"

head -c 20000 "$file" | iconv -f utf-8 -t utf-8 -c >"$scratch/part.txt" || true
part=$(wc -c <"$scratch/part.txt")
# python MODULE SETUP CODE: the time that CODE takes with `text`, without starting the interpreter and SETUP.
python() {
    local module=$1 setup=$2 code=$3 took
    command -v python3 >/dev/null && python3 -c "import $module" 2>/dev/null || return 0
    took=$(python3 -c "
import sys, time
text = open(sys.argv[1], encoding='utf-8').read()
lines = [line for line in text.splitlines() if line.strip()]
$setup
best = 1e9
for _ in range(3):
    start = time.process_time()
    $code
    best = min(best, time.process_time() - start)
print(best)" "$scratch/part.txt" 2>/dev/null | tail -1) || return 0
    awk -v name="$module (20 kB)" -v bytes="$part" -v took="$took" \
        'BEGIN { printf "%-28s %9.3f s %10.3f MB/s\n", name, took, bytes / 1e6 / (took > 0 ? took : 0.001) }'
}
python underthesea 'from underthesea import ner; ner("Ông An ở Hà Nội.")' '[ner(line) for line in lines]'
python ViNLP 'from ViNLP import ner' '[ner(line) for line in lines]'
python vntk 'from vntk import ner; n = ner()' '[n.tag(line) for line in lines]'
python dateparser 'from dateparser.search import search_dates' '[search_dates(line, languages=["vi"]) for line in lines]'
python duckling 'from duckling import Context, default_locale_lang, load_time_zones, parse, parse_dimensions, parse_lang, parse_ref_time
zones = load_time_zones("/usr/share/zoneinfo")
context = Context(parse_ref_time(zones, "Asia/Ho_Chi_Minh", 1700000000), default_locale_lang(parse_lang("VI")))' \
    '[parse(line, context, parse_dimensions(["time"]), False) for line in lines]'
