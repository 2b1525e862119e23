#!/usr/bin/env bash
# check.sh <sample> <updates>: runs a built sample quickly, stops it after so many updates and resumes it. The table has to be the same as
# that of the run that was not stopped, and the event files have to hold the curves.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
sample=$1
updates=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

run() {
    local name=$1
    shift
    dotnet run -c Release --no-build --project "samples/$sample" -- --quick --checkpoint "$folder/$name" --logs "$folder/$name-logs" "$@"
}

# Times and the progress differ from run to run.
table() { grep -vE '^(time of|training:|Curves of)'; }

run unbroken | tee "$folder/unbroken.txt"
run broken --stop-after "$updates" >"$folder/stopped.txt"
grep -q '^Stopped after' "$folder/stopped.txt"
run broken --resume >"$folder/resumed.txt"
diff <(table <"$folder/unbroken.txt") <(table <"$folder/resumed.txt")
echo "Stopped after $updates updates and resumed: the same table."

for name in unbroken broken; do
    find "$folder/$name-logs" -name 'events.out.tfevents.*' >"$folder/events.txt"
    [ -s "$folder/events.txt" ]
    for tag in loss learning_rate held_out/loss held_out/accuracy; do
        xargs grep -aq "$tag" <"$folder/events.txt"
    done
done
echo "$(find "$folder/unbroken-logs" -name 'events.out.tfevents.*' | wc -l) event files with loss and rate."
