#!/usr/bin/env bash
# Times boctin beside other programs on one file of Vietnamese text: whole processes, user time, best of five.
#
#   benches/compare.sh FILE.txt [BOCTIN]      BOCTIN is target/release/boctin unless given
#
# What is not installed is left out; PYTHON names the interpreter whose packages are tried (else `python3`). The Python
# programs are slow: they get the first 20 kB, and are timed without the interpreter's start.
set -euo pipefail
file=${1:?usage: benches/compare.sh FILE.txt [BOCTIN]}
root=$(cd "$(dirname "$0")/.." && pwd)
boctin=${2:-$root/target/release/boctin}
python=${PYTHON:-python3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# row NAME SECONDS BYTES
row() {
    awk -v name="$1" -v took="$2" -v bytes="$3" \
        'BEGIN { printf "%-44s %10.4f s %10.4f MB/s\n", name, took, bytes / 1e6 / (took > 0 ? took : 0.001) }'
}
# best FORMAT COMMAND…: the least of five runs; FORMAT as in TIMEFORMAT.
best() {
    local format=$1 best=999999 took
    shift
    for _ in 1 2 3 4 5; do
        took=$( { TIMEFORMAT=$format; time "$@" >/dev/null 2>&1 || true; } 2>&1 | tail -1)
        best=$(awk -v a="$took" -v b="$best" 'BEGIN { print (a < b) ? a : b }')
    done
    echo "$best"
}
# clock NAME BYTES COMMAND…
clock() {
    local name=$1 bytes=$2
    shift 2
    row "$name" "$(best %U "$@")" "$bytes"
}

bytes=$(wc -c <"$file")
clock "wc -w" "$bytes" wc -w "$file"
if command -v rg >/dev/null; then
    cut -f2 "$root"/dictionaries/{places,people,bodies,titles}/*.tsv | grep -v '^#' | sort -u >"$scratch/names"
    clock "$(rg --version | head -1 | cut -d' ' -f1,2) -cF, names of ours" "$bytes" rg -j1 -cFf "$scratch/names" "$file"
fi
extract=("$boctin" extract --jobs 1 --input-format text --max-document-bytes "$((bytes + 1))" "$file")
"${extract[@]}" >/dev/null
clock "$("$boctin" --version) extract, one thread" "$bytes" "${extract[@]}"
printf 'Ông An họp ở Hà Nội.' >"$scratch/short.txt"
printf '%-44s %10.4f s\n' "boctin extract of one sentence, wall clock" "$(best %R "$boctin" extract "$scratch/short.txt")"

head -c 20000 "$file" | iconv -f utf-8 -t utf-8 -c >"$scratch/part.txt" || true
part=$(wc -c <"$scratch/part.txt")
# peer PACKAGE MODULE SETUP CODE: the time that CODE takes with `lines`, without starting the interpreter and SETUP.
peer() {
    local package=$1 module=$2 setup=$3 code=$4 told
    "$python" -c "import $module" 2>/dev/null || return 0
    told=$("$python" -c "
import importlib.metadata, sys, time
lines = [line for line in open(sys.argv[1], encoding='utf-8').read().splitlines() if line.strip()]
$setup
best = 1e9
for _ in range(3):
    start = time.process_time()
    $code
    best = min(best, time.process_time() - start)
print(best, importlib.metadata.version('$package'))" "$scratch/part.txt" 2>/dev/null | tail -1) || return 0
    row "$package ${told#* } (20 kB)" "${told% *}" "$part"
}
peer underthesea underthesea 'from underthesea import ner; ner("Ông An ở Hà Nội.")' '[ner(line) for line in lines]'
peer ViNLP ViNLP 'from ViNLP import ner; ner("Ông An ở Hà Nội.")' '[ner(line) for line in lines]'
peer vntk vntk 'from vntk import ner; n = ner()' '[n.tag(line) for line in lines]'
peer dateparser dateparser 'from dateparser.search import search_dates' \
    '[search_dates(line, languages=["vi"]) for line in lines]'
peer pyduckling-native-phihos duckling \
    'from duckling import Context, default_locale_lang, load_time_zones, parse, parse_dimensions, parse_lang, parse_ref_time
zones = load_time_zones("/usr/share/zoneinfo")
context = Context(parse_ref_time(zones, "Asia/Ho_Chi_Minh", 1700000000), default_locale_lang(parse_lang("VI")))' \
    '[parse(line, context, parse_dimensions(["time"]), False) for line in lines]'
